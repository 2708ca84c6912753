import Forms
import Foundation

extension CSVFile {
    /// The list of enquiries, with phones masked as on the page (ACC-7, ACC-8).
    init(_ enquiries: [Enquiry], today: Day, words: Words) {
        let columns = [
            "enquiries.column.number", "enquiries.column.name", "enquiry.phone", "enquiries.column.address",
            "enquiries.column.words", "enquiries.column.state", "enquiries.column.received", "enquiries.column.due",
            "enquiries.column.answered", "enquiries.column.appointment", "enquiries.column.branch",
            "enquiries.column.follow-up-on",
        ]
        let moment = { (date: Date) in Self.moment(date, words) }
        self.init(
            "enquiries-\(today)", columns: columns.map { words($0) },
            rows: enquiries.map { one in
                [
                    one.number, one.name, PhoneNumber(stored: one.phone)?.masked ?? "", one.address, one.words,
                    words("enquiry.state.\(one.state.rawValue)"), moment(one.receivedAt), moment(one.dueAt),
                    one.answeredAt.map(moment) ?? "", one.appointmentAt.map { "\($0.day) \($0.time)" } ?? "",
                    one.branch,
                    one.followUpOn?.description ?? "",
                ]
            })
    }
}
