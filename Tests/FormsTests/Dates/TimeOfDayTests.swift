import Forms
import Testing

@Suite("A time of the day")
struct TimeOfDayTests {
    @Test(
        "the ways in which people write a time are read",
        arguments: [
            ("9:30", "09:30"), ("09:30", "09:30"), ("9：30", "09:30"), ("０９：３０", "09:30"), ("0930", "09:30"),
            ("930", "09:30"),
            ("9.30", "09:30"), ("9点半", "09:30"), ("9點半", "09:30"), ("9点", "09:00"), ("9点整", "09:00"), ("9点一刻", "09:15"),
            ("9点三刻", "09:45"), ("15时30分", "15:30"), ("15時30分", "15:30"), ("15点5分", "15:05"), ("9:30:59", "09:30"),
            ("下午3点", "15:00"), ("下午3:30", "15:30"), ("下午 3 点半", "15:30"), ("上午9点", "09:00"), ("晚上8点", "20:00"),
            ("晚上11点半", "23:30"), ("傍晚6点", "18:00"), ("半夜2点", "02:00"), ("夜里11点", "23:00"),
            ("中午12点", "12:00"), ("中午1点", "13:00"), ("凌晨12点", "00:00"), ("凌晨1点", "01:00"), ("下午15点", "15:00"),
            ("下午12:10", "12:10"),
            ("3pm", "15:00"), ("3:30 PM", "15:30"), ("12 am", "00:00"), ("9 a.m.", "09:00"), ("0:00", "00:00"),
            ("23:59", "23:59"), ("下午3", "15:00"),
        ])
    func typed(typed: String, expected: String) {
        #expect(TimeOfDay(typed: typed)?.description == expected)
    }

    @Test(
        "what is no time is refused",
        arguments: [
            "", "9", "24:00", "9:60", "25点", "上午15点", "中午9点", "下午", "半", "9:3:", "12345", "99999999999999999999",
            "9:30:30:30", "-9:30", "pm",
            "晚上24点", "下午0点", "晚上12点", "夜里12点", "半夜12点", "晚上1点", "傍晚3点",
        ])
    func refused(typed: String) {
        #expect(TimeOfDay(typed: typed) == nil)
    }

    @Test("every minute of the day is written and read back as itself")
    func roundTrip() throws {
        for minutes in 0..<1440 {
            let time = try #require(TimeOfDay(minutes: minutes))
            #expect(TimeOfDay(time.description) == time)
            #expect(TimeOfDay(hour: time.hour, minute: time.minute) == time)
        }
        #expect(TimeOfDay(minutes: 1440) == nil)
        #expect(TimeOfDay(minutes: -1) == nil)
        #expect(TimeOfDay("9:30") == nil)
    }

    @Test("date and time are stored as one text")
    func localDateTime() {
        let text = "2026-11-22T09:30"
        #expect(LocalDateTime(text)?.description == text)
        for junk in ["2026-11-22", "2026-11-22 09:30", "2026-11-22T9:30", "T", "2026-11-22T09:30T"] {
            #expect(LocalDateTime(junk) == nil)
        }
    }
}
