"""A WordPress for tests: Debian's, with MariaDB and PHP's own web server, in a folder of its own.

`install_system_packages.sh` installs what it needs. The database is reached by a socket alone.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.servers import mariadb
from tests.servers.mariadb import database, wait_for
from tests.servers.process import NotStarted, free_port, spawned

SOURCE = Path("/usr/share/wordpress")
_CONFIG = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}'); define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', '{url}'); define('WP_SITEURL', '{url}');
define('WP_ENVIRONMENT_TYPE', 'local'); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""
# Installs it and gives out the application passwords of an author, a reader and a subscriber.
_INSTALL = """<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1'; $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
function wp_mail() { return true; }
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Salt', 'saltworks', 'salt@example.org', true, '', 'salt takes time');
foreach (array('comment_previously_approved', 'comment_moderation') as $name) {
    update_option($name, 0);
}
update_option('comments_notify', 0);
$given = array();
foreach (array('author', 'subscriber') as $role) {
    $user = wp_insert_user(array('user_login' => $role, 'user_pass' => wp_generate_password(),
        'user_email' => "$role@example.org", 'role' => $role, 'display_name' => ucfirst($role)));
    $made = WP_Application_Passwords::create_new_application_password($user, array('name' => 'A'));
    $given[$role] = $made[0];
}
echo json_encode($given), "\\n";
"""


@dataclass(frozen=True)
class WordPress:
    """Its address, and the application passwords of `author` and `subscriber`."""

    url: str
    author: str
    subscriber: str


def missing() -> str:
    """Why it cannot run here; "" when it can."""
    if not SOURCE.is_dir():
        return f"there is no {SOURCE}: run install_system_packages.sh"
    return mariadb.missing("php")


@contextmanager
def wordpress() -> Iterator[WordPress]:
    """Run it while the block lasts. Raises NotStarted."""
    with tempfile.TemporaryDirectory(prefix="aboveboard-wordpress-", dir="/tmp") as name:
        folder, port = Path(name), free_port()
        url, site = f"http://127.0.0.1:{port}", Path(name, "site")
        with database(folder, "wordpress") as socket:
            shutil.copytree(SOURCE, site, symlinks=False, ignore_dangling_symlinks=True)
            # Debian's is a package of its own, whose parts find each other where they were.
            shutil.rmtree(site / "wp-includes/ID3")
            (site / "wp-includes/ID3").symlink_to(SOURCE / "wp-includes/ID3")
            (site / "wp-config.php").unlink(missing_ok=True)
            (site / "wp-config.php").write_text(_CONFIG.format(socket=socket, url=url))
            (site / "install-test.php").write_text(_INSTALL)
            done = subprocess.run(
                ["php", "install-test.php"], cwd=site, capture_output=True, text=True, check=False
            )
            if not done.stdout.strip().endswith("}"):
                raise NotStarted(f"WordPress was not installed: {done.stdout}{done.stderr}"[-2000:])
            given = json.loads(done.stdout.strip().splitlines()[-1])
            with spawned(["php", "-S", f"127.0.0.1:{port}", "-t", site], cwd=site):
                asked = f"{url}/?rest_route=/"
                wait_for(lambda: httpx.get(asked, timeout=10).is_success, "WordPress")
                yield WordPress(url, given["author"], given["subscriber"])
