#!/bin/sh
# Builds snac 2.75 (a small server with the Mastodon API) from the source of Debian trixie.
#
#     tests/servers/snac/build.sh FOLDER
#
# Prints the path of the binary, which is FOLDER/snac-2.75. Does nothing when it is there.
# Needs apt, make, a C compiler and the headers of libcurl and OpenSSL; apt's own settings and
# lists stay untouched. DEBIAN_MIRROR names another mirror than deb.debian.org.
set -eu

version=2.75
mkdir -p "${1:?Usage: build.sh FOLDER}"
folder=$(cd "$1" && pwd)
binary="$folder/snac-$version"
if [ -x "$binary" ]; then
    echo "$binary"
    exit 0
fi

keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$keys" ] || { echo "Install debian-archive-keyring: it holds the keys of Debian." >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/source"
cat > "$work/source/trixie.sources" <<END
Types: deb-src
URIs: ${DEBIAN_MIRROR:-http://deb.debian.org/debian}
Suites: trixie
Components: main
Signed-By: $keys
END

apt() {
    apt-get -q -o "Dir::Etc::SourceList=/dev/null" -o "Dir::Etc::SourceParts=$work/source" \
        -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" \
        -o "APT::Sandbox::User=$(id -un)" "$@" >&2
}
cd "$work"
apt update
apt source --download-only "snac2=$version-2"
tar -xf "snac2_$version.orig.tar.xz"
make -C "snac2-$version" CFLAGS="-O2 -w" >&2
mv "snac2-$version/snac" "$binary"
echo "$binary"
