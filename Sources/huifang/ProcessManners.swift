import Foundation

/// Process-wide settings, made before anything is opened: umask and signals.
enum ProcessManners {
    static func adopt() {
        // Files are accessible to the own user only, whatever the shell's or service manager's umask (ACC-15).
        umask(0o077)
        // A reader of standard output that goes away must not end the process.
        signal(SIGPIPE, SIG_IGN)
        // Older versions of huifang requested a backup with this signal, whose default action would end the process.
        signal(SIGUSR1, SIG_IGN)
    }
}
