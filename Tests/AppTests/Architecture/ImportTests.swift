import Testing

/// Who may import what: the boundaries of the house, since all of it is one module.
struct ImportTests {
    private static func imports(of file: SourceFile) throws -> [String] {
        try file.matches(#"(?m)^\s*(?:@\w+ |public |internal )*import (?:struct |class |enum |func )?([A-Za-z0-9_]+)"#)
    }

    /// - Returns: the files of the app that import the module and may not.
    private static func offenders(_ modules: Set<String>, except mayImport: (SourceFile) -> Bool) throws -> [String] {
        try ProjectFolder.files(in: "Sources/App", ["swift"])
            .filter { try !modules.isDisjoint(with: imports(of: $0)) && !mayImport($0) }.map(\.path)
    }

    private static func isWeb(_ file: SourceFile) -> Bool {
        file.path.contains("/Web/") || file.name.hasSuffix("Controller.swift") || file.name.hasSuffix("Showing.swift")
            || file.name.hasSuffix("Middleware.swift")
            || file.path.contains("/Routes/")
            || ["App.swift", "App+Dependencies.swift", "App+PublicDependencies.swift", "Server.swift"].contains(
                file.name)
    }

    @Test("only stores and the database folder know GRDB")
    func database() throws {
        let offenders = try Self.offenders(["GRDB", "GRDBSQLite"]) {
            $0.name.contains(#/Store(\+\w+)?\.swift$/#) || $0.path.contains("/Database/")
        }
        #expect(offenders == [])
    }

    @Test("what runs SQL calls a transaction Database, what only passes it on Transaction")
    func transactions() throws {
        let both = try ProjectFolder.files(in: "Sources/App", ["swift"]).filter { file in
            try file.name != "Transaction.swift" && Self.imports(of: file).contains("GRDB")
                && file.codeLines.contains { $0.contains(#/\bTransaction\b/#) }
        }
        #expect(both.map(\.path) == [])
    }

    @Test("a store is handed the other stores that it works with")
    func injection() throws {
        let stores = try ProjectFolder.files(in: "Sources/App", ["swift"]).filter {
            $0.name.contains(#/Store(\+\w+)?\.swift$/#)
        }
        let builders = stores.filter { $0.codeLines.contains { $0.contains(#/Store\(database/#) } }
        #expect(builders.map(\.path) == [])
    }

    @Test("only controllers, middlewares, the web folder and the roots know Hummingbird and HTTP")
    func web() throws {
        let modules: Set = ["Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTPTypes"]
        #expect(try Self.offenders(modules, except: Self.isWeb) == [])
    }

    @Test("only one file knows libsodium")
    func sodium() throws { #expect(try Self.offenders(["CSodium"]) { $0.name == "Sodium.swift" } == []) }

    @Test("only what opens the database and what reads its rows know SQLite itself")
    func sqlite() throws {
        let names: Set = ["DatabaseOpening.swift", "StoredRow.swift"]
        #expect(try Self.offenders(["CSQLite"]) { names.contains($0.name) } == [])
    }

    @Test("only one file knows zlib")
    func zlib() throws { #expect(try Self.offenders(["CZlib"]) { $0.name == "Gzip.swift" } == []) }

    @Test("services and logs are the business of the server, the web folder and what runs beside it")
    func services() throws {
        let offenders = try Self.offenders(["Logging", "ServiceLifecycle", "UnixSignals"]) {
            Self.isWeb($0) || $0.path.contains("/Company/") || $0.path.contains("/Background/")
        }
        #expect(offenders == [])
    }

    @Test("everything else is written with Foundation, Forms and Rulebooks alone")
    func everythingElse() throws {
        let known: Set = [
            "Foundation", "Forms", "Images", "Rulebooks", "Synchronization", "Glibc", "Darwin", "GRDB", "Hummingbird",
            "HTTPTypes",
            "HummingbirdCore", "Markup", "NIOHTTPTypes", "NIOCore", "CQRencode", "CSodium", "CSQLite", "CZlib",
            "Logging",
            "ServiceLifecycle",
            "UnixSignals",
        ]
        let imported = Set(try ProjectFolder.files(in: "Sources/App", ["swift"]).flatMap(Self.imports))
        #expect(imported.subtracting(known).sorted() == [])
    }

    @Test("templates know none of our nouns: what draws them imports only Foundation and a lock")
    func markup() throws {
        let markup = Set(try ProjectFolder.files(in: "Sources/Markup", ["swift"]).flatMap(Self.imports))
        #expect(markup.subtracting(["Foundation", "Synchronization"]).sorted() == [])
    }

    @Test("the form kernel imports only Foundation, the rulebooks only that, a lock, the forms and the YAML reader")
    func leaves() throws {
        let forms = Set(try ProjectFolder.files(in: "Sources/Forms", ["swift"]).flatMap(Self.imports))
        #expect(forms.subtracting(["Foundation"]).sorted() == [])
        let rulebooks = Set(try ProjectFolder.files(in: "Sources/Rulebooks", ["swift"]).flatMap(Self.imports))
        #expect(rulebooks.subtracting(["Foundation", "Forms", "Synchronization", "Yams"]).sorted() == [])
    }

    @Test("only the reading of photographs knows the image libraries, and it knows nothing else")
    func images() throws {
        let libraries: Set = ["CTurboJPEG", "CSPNG", "CWebP"]
        let images = Set(try ProjectFolder.files(in: "Sources/Images", ["swift"]).flatMap(Self.imports))
        #expect(images == libraries)
        #expect(try Self.offenders(libraries) { _ in false } == [])
        #expect(try Self.offenders(["Images"]) { $0.path.contains("/Visits/Photographs/") } == [])
    }

    @Test("the command line knows the app and nothing below it")
    func command() throws {
        let command = Set(try ProjectFolder.files(in: "Sources/huifang", ["swift"]).flatMap(Self.imports))
        #expect(
            command.subtracting(["App", "ArgumentParser", "Forms", "Foundation", "Glibc", "Rulebooks"]).sorted() == [])
    }
}
