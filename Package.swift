// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "huifang",
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CSodium",
            pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]
        ),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CTurboJPEG",
            pkgConfig: "libturbojpeg",
            providers: [.apt(["libturbojpeg0-dev"])]
        ),
        .systemLibrary(name: "CSPNG", pkgConfig: "spng", providers: [.apt(["libspng-dev"])]),
        .systemLibrary(name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),
        .target(name: "Forms", swiftSettings: strict),
        .target(
            name: "Markup",
            // Tests draw some 30,000 pages, byte by byte.
            swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]
        ),
        .target(
            name: "Images",
            dependencies: ["CTurboJPEG", "CSPNG", "CWebP"],
            // Loops over millions of pixels take a hundred times as long unoptimised, in tests as well.
            swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]
        ),
        .target(
            name: "Rulebooks",
            dependencies: ["Forms", "Yams"],
            resources: [
                .embedInCode("Packs/cement.yaml"),
                .embedInCode("Packs/decoration.yaml"),
                .embedInCode("Packs/home-decor.yaml"),
                .embedInCode("Packs/it-service.yaml"),
                .embedInCode("Packs/property.yaml"),
                .embedInCode("Packs/retail-333.yaml"),
                .embedInCode("Packs/stages.yaml"),
                .embedInCode("Packs/terminal.yaml"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "App",
            dependencies: [
                "Forms", "Images", "Markup", "Rulebooks", "CQRencode", "CSodium", "CSQLite", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("Strings/zh-Hans.json"), .embedInCode("Strings/zh-Hant.json"),
                .embedInCode("Strings/en.json"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "huifang",
            dependencies: [
                "App", "Forms", "Rulebooks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .systemLibrary(
            name: "CLibXML2",
            path: "Tests/CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        .target(name: "Randomness", path: "Tests/Randomness", swiftSettings: strict),
        .testTarget(name: "FormsTests", dependencies: ["Forms", "Randomness"], swiftSettings: strict),
        .testTarget(
            name: "MarkupTests",
            // The engine whose language the templates speak: what it draws, ours draws.
            dependencies: ["Markup", "Randomness", .product(name: "Mustache", package: "swift-mustache")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ImagesTests",
            dependencies: ["Images", "CTurboJPEG", "CSPNG", "CWebP"],
            swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]
        ),
        .executableTarget(
            name: "PlanBenchmark",
            dependencies: ["Forms", "Rulebooks"],
            path: "Tests/Measurements/PlanBenchmark",
            swiftSettings: strict
        ),
        .testTarget(name: "RulebooksTests", dependencies: ["Rulebooks", "Forms", "Yams"], swiftSettings: strict),
        .testTarget(
            name: "AppTests",
            dependencies: [
                "App", "Forms", "Images", "Markup", "Rulebooks", "CLibXML2", "CTurboJPEG",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            exclude: ["Database/schema.sql"],
            swiftSettings: strict
        ),
    ]
)
