import Foundation
import GRDB

/// Somebody else changed the thing since the form was opened (UX-4).
struct StaleVersion: Error {}
