package io.mts1b.platform.db;

import io.mts1b.platform.db.DatabaseException.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

/**
 * Who the server runs as: whoever this process runs as, and where that is root, an account without rights.
 *
 * @param name the account
 * @param uid its number
 * @param gid the number of its group
 * @param root whether this process is root, and so becomes the account to run something
 */
record ServerAccount(String name, String uid, String gid, boolean root) {

    static ServerAccount of(String accountOfRoot) throws IOException, InterruptedException {
        String uid = Command.of("id", "-u").output();
        if (!uid.equals("0")) {
            return new ServerAccount("user " + uid, uid, Command.of("id", "-g").output(), false);
        }
        String theirs = Command.of("id", "-u", accountOfRoot).output();
        if (theirs.equals("0")) {
            throw new DatabaseException(
                    Category.REFUSED, "db.embedded.account must be an account without rights, was " + accountOfRoot);
        }
        return new ServerAccount(
                accountOfRoot, theirs, Command.of("id", "-g", accountOfRoot).output(), true);
    }

    /**
     * Returns a command that runs as this account, in a session of its own, so that Ctrl-C in the terminal ends this
     * process and not the server beneath it.
     */
    Command command(Path program, String... arguments) {
        Command session = Command.of("setsid");
        Command become = root
                ? session.with("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs")
                : session;
        return become.with(program.toString()).with(arguments);
    }

    /** Gives a file or folder of this process to the account. */
    void own(Path path) throws IOException {
        if (root) {
            Files.setAttribute(path, "unix:uid", Integer.parseInt(uid));
            Files.setAttribute(path, "unix:gid", Integer.parseInt(gid));
        }
    }

    /** Says whether a file or folder belongs to the account. */
    boolean owns(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid").toString().equals(uid);
    }

    /** Says whether the account can reach what lies in a folder, be it there or not. */
    boolean reaches(Path folder) throws IOException {
        if (!root) {
            return true;
        }
        for (Path one = folder.toAbsolutePath().normalize(); one != null; one = one.getParent()) {
            if (Files.exists(one) && !Files.getPosixFilePermissions(one).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the ids of this process, which must own what it runs. */
    List<String> trusted() {
        return root ? List.of("0") : List.of("0", uid);
    }
}
