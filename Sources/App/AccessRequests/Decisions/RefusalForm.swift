import Forms
import Foundation
import Rulebooks

enum RefusalForm {
    static let reason = Field<String>.textArea("reason", maximum: 500, required: true)
    static let form = Form("refusal-form", [reason])
}
