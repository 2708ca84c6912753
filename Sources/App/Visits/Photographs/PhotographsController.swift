import Forms
import Foundation
import Hummingbird
import Images
import NIOCore

/// `/visits/{id}/photographs`: upload, view, remove and restore photographs (SVC-3).
struct PhotographsController: Sendable {
    let photographs: PhotographStore
    let attachments: AttachmentFolder
    let photoProcessor: PhotoProcessor
    let pages: PageResponder

    /// Nine photographs in one form, over a connection of 4 KB a second.
    static let limits: FormLimits = {
        var limits = FormLimits()
        limits.fileBytes = ImageLimits().bytes
        limits.multipartBytes = limits.fileBytes * Photograph.mostOfVisit + 10 << 20
        limits.files = 2 * Photograph.mostOfVisit
        limits.items = 50
        limits.valueBytes = 1_000
        limits.pace = BodyPace(total: .seconds(45 * 60), grace: .seconds(30), leastRate: 4 << 10)
        return limits
    }()

    @Sendable func index(_ request: Request, _ context: MemberContext) async throws -> Response {
        let place = try await place(context)
        return try await show(place, PhotographForm.blank(place, wanted: request.query["moment"]), context)
    }

    /// Tells the script whether an upload was stored, and whether another may be sent: it asks beforehand, since a
    /// refusal in the middle of a slow upload looks to it like a lost connection.
    @Sendable func receipt(_ request: Request, _ context: MemberContext) async throws -> Response {
        let place = try await place(context)
        guard let submission = request.query["submission"].flatMap({ SubmissionID($0) }) else { throw Refusal.notFound }
        await photoProcessor.developing.isOver(submission)
        let isKept = try await photographs.isKept(submission, for: place.visit.id, by: context.member)
        let room = try await photographs.room(for: context.member, at: context.now)
        let isOpen =
            Permissions.may(context.member, .reportVisit(place.visit)) && place.closed == nil
            && room > 0 && attachments.room.holds(0)
        return .json("{\"kept\":\(isKept),\"open\":\(isOpen)}")
    }

    /// Preconditions are checked before the body is read, so this does not use `take`.
    @Sendable func create(_ request: Request, _ context: MemberContext) async throws -> Response {
        let place = try await place(context)
        try demandOpen(place.visit, place.closed, context)
        let room = try await photographs.room(for: context.member, at: context.now)
        guard room > 0 else { throw Refusal(PhotographsClosed.quota) }
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        try attachments.room.demand(min(length, Self.limits.multipartBytes))
        return try await attachments.receiving { folder in
            let (fields, files) = try await read(request, into: folder)
            let entered = SubmittedForm(fields: fields, of: request)
            try SameOpener.demand(entered.fields, context)
            let submission = try entered.submission()
            let bound = PhotographForm.form.bind(fields, today: pages.today(context))
            guard bound.isValid, !files.isEmpty,
                let moment = bound[PhotographForm.moment].flatMap(Photograph.Moment.init)
            else { return try await show(place, bound, hasNoFile: files.isEmpty, context, .unprocessableContent) }
            let refused = try await photoProcessor.developing.during(submission) {
                let (developed, refused) = try await develop(files, room: min(place.room, room))
                if !developed.isEmpty {
                    try await closing {
                        try await photographs.add(developed, moment, to: place.visit, submission, context.stamp)
                    }
                }
                return refused
            }
            return request.wantsJSON
                ? answer(refused, context) : try await answer(refused, place, bound, context)
        }
    }

    @Sendable func show(_ request: Request, _ context: MemberContext) async throws -> Response {
        let photograph = try await find(context).photograph
        return try file(photograph.digest, request)
    }

    @Sendable func thumbnail(_ request: Request, _ context: MemberContext) async throws -> Response {
        let photograph = try await find(context).photograph
        return try file(photograph.thumbnailDigest, request)
    }

    @Sendable func remove(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (photograph, visit) = try await find(context)
        try demandOpen(visit, nil, context)
        let submission = try await request.submission()
        let path = try await closing { try await photographs.remove(photograph, of: visit, submission, context.stamp) }
        return .seeOther(path, notice: "notice.photograph-removed")
    }

    @Sendable func putBack(_ request: Request, _ context: MemberContext) async throws -> Response {
        let (photograph, visit) = try await find(context)
        try demandOpen(visit, nil, context)
        let submission = try await request.submission()
        guard photograph.removedAt == nil || photograph.canBePutBack(at: context.now) else {
            throw Refusal.conflict("photograph-gone")
        }
        let path = try await closing { try await photographs.putBack(photograph, of: visit, submission, context.stamp) }
        return .seeOther(path, notice: "notice.photograph-put-back")
    }

    private func place(_ context: MemberContext) async throws -> PhotographedVisit {
        try await photographs.visit(context.id(), visibleTo: context.member).orNotFound()
    }

    /// A removed photograph is visible only to those who can restore it.
    private func find(_ context: MemberContext) async throws -> (photograph: Photograph, visit: Visit) {
        guard let token = context.parameters.get("token"),
            let found = try await photographs.find(token, visibleTo: context.member),
            found.photograph.removedAt == nil || Permissions.may(context.member, .reportVisit(found.visit))
        else { throw Refusal.notFound }
        return found
    }

    private func demandOpen(_ visit: Visit, _ closed: PhotographsClosed?, _ context: MemberContext) throws {
        guard Permissions.may(context.member, .reportVisit(visit)) else { throw Refusal.forbidden("other-technician") }
        if let closed { throw Refusal(closed) }
    }

    /// Translates the store's `PhotographsClosed` into a refusal.
    @discardableResult
    private func closing<Value>(_ change: () async throws -> Value) async throws -> Value {
        do {
            return try await change()
        } catch let closed as PhotographsClosed {
            throw Refusal(closed)
        }
    }

    private func read(
        _ request: Request, into folder: URL
    ) async throws -> (fields: [String: [String]], files: [ReceivedFile]) {
        let reader = FormReader(limits: Self.limits)
        do throws(FormProblem) {
            switch try FormType(request.headers) {
            case .multipart:
                let receiver = MultipartFileReceiver(into: folder, limits: Self.limits)
                let received = try await reader.readParts(request, into: receiver)
                return (received.fields, received.files)
            case .nothing, .urlEncoded:
                return (try await reader.read(request).fields, [])
            }
        } catch {
            throw Refusal(error)
        }
    }

    /// One after the other; files that are not photographs are set aside without affecting the others.
    private func develop(
        _ files: [ReceivedFile], room: Int
    ) async throws -> (developed: [ProcessedPhotograph], refused: [RefusedPhotograph]) {
        var developed: [ProcessedPhotograph] = []
        var refused: [RefusedPhotograph] = []
        for file in files {
            do {
                guard developed.count < room else { throw PhotographsClosed.tooMany }
                developed.append(try await develop(file))
            } catch let problem as ImageProblem {
                refused.append(RefusedPhotograph(filename: file.filename, problem: .image(problem)))
            } catch is PhotographsClosed {
                refused.append(RefusedPhotograph(filename: file.filename, problem: .tooMany))
            }
        }
        return (developed, refused)
    }

    private func develop(_ file: ReceivedFile) async throws -> ProcessedPhotograph {
        switch file.state {
        case .whole: return try await photoProcessor.develop(file.place)
        case .tooLarge: throw ImageProblem.tooManyBytes
        case .notWritten: throw CocoaError(.fileWriteUnknown)
        }
    }

    private func answer(_ refused: [RefusedPhotograph], _ context: MemberContext) -> Response {
        guard let one = refused.first else { return .json("{\"kept\":true}") }
        let reason = JSONText.string(one.reason(pages.words(for: context)))
        return .json("{\"kept\":false,\"reason\":\(reason)}", status: .unprocessableContent)
    }

    private func answer(
        _ refused: [RefusedPhotograph], _ place: PhotographedVisit, _ bound: BoundForm, _ context: MemberContext
    ) async throws -> Response {
        if refused.isEmpty {
            return .seeOther(Paths.photographs(visit: place.visit.id), notice: "notice.photographs-kept")
        }
        let now = try await self.place(context)
        return try await show(now, bound, refused: refused, context, .unprocessableContent)
    }

    private func show(
        _ place: PhotographedVisit, _ bound: BoundForm, refused: [RefusedPhotograph] = [], hasNoFile: Bool = false,
        _ context: MemberContext, _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = PhotographsPage(
            place, bound, refused: refused, hasNoFile: hasNoFile,
            script: pages.layout.assets.path(of: "sending.js"), context: context, words: pages.words(for: context))
        return try await pages.show(page, to: context, status: status)
    }

    private func file(_ digest: String, _ request: Request) throws -> Response {
        guard let url = attachments.file(digest), let file = try? DiskFile(reading: url) else {
            throw Refusal.notFound
        }
        return try StoredFile.answer(file, type: "image/jpeg", tag: digest, to: request)
    }
}

extension Refusal {
    fileprivate init(_ closed: PhotographsClosed) { self = .conflict("photographs-\(closed.rawValue)") }
}
