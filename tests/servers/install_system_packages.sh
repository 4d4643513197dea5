#!/bin/sh
# Installs what the tests marked `snac`, `bluesky_full`, `wordpress` and `hunspell` need beyond pip
# and npm, on Debian or Ubuntu, as root: snac (built in FOLDER), Redis, PostgreSQL, WordPress with
# MariaDB and PHP, and dictionaries. A second run does nothing.
#
#     tests/servers/install_system_packages.sh [FOLDER]
#
# FOLDER is var/servers unless given; with that one the tests find everything by themselves, with
# another one they need the settings that this prints. No service is started: the tests start
# their own on private ports.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here/../../var/servers}
packages="redis-server postgresql make gcc libc6-dev libcurl4-openssl-dev libssl-dev xz-utils \
debian-archive-keyring ca-certificates wordpress mariadb-server php-cli php-mysql php-gd php-xml \
php-mbstring php-getid3 hunspell-en-us hunspell-nl hunspell-fr hunspell-de-de hunspell-hu"

missing=
for package in $packages; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done

if [ -n "$missing" ]; then
    [ "$(id -u)" = 0 ] || { echo "As root: apt-get install$missing" >&2; exit 1; }
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' > "$policy"
        chmod +x "$policy"
        trap 'rm -f /usr/sbin/policy-rc.d' EXIT
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q update >&2
    # shellcheck disable=SC2086  # a list of names
    apt-get -q install -y --no-install-recommends $missing >&2
fi

snac=$("$here/snac/build.sh" "$folder")
touch "$folder/bluesky_full"
echo "export ABOVEBOARD_TEST_SNAC='$snac'"
echo "export ABOVEBOARD_TEST_BLUESKY_FULL=1"
