import Foundation

/// How the process behaves towards others on its machine; before it opens anything.
enum ProcessManners {
    static func adopt() {
        // What it makes is its own user's alone, whatever the shell or the service manager thinks (ACC-15).
        umask(0o077)
        // A reader of its output that goes away is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        // Older huifangs asked for a backup with this signal, and would end a process that does not expect it.
        signal(SIGUSR1, SIG_IGN)
    }
}
