import Forms

/// Fictitious people and places; any resemblance is coincidental.
enum DemoNames {
    static let surnames = Array("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕").map(String.init)
    static let given = [
        "建国", "秀英", "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "杰", "娟", "涛", "明", "超", "秀兰", "霞",
        "平", "刚", "桂英", "文博", "思远", "雨桐", "子涵", "欣怡", "浩然", "晓峰", "志强", "海燕", "玉梅", "国庆", "立新", "俊熙",
    ]
    static let streets = [
        "滨江路", "中山北路", "人民东路", "解放大道", "文昌街", "湖滨路", "学府路", "青年路", "建设三路", "翠竹巷", "桃园街", "和平里",
        "新华西路", "金牛道", "望江路",
    ]
    static let estates = [
        "翠湖花园", "阳光城", "锦绣江南", "万和苑", "梧桐里", "书香门第", "滨江一号", "桂花园", "御景湾", "青云阁", "金色家园", "银杏苑",
    ]
    static let cities = ["杭州市西湖区", "杭州市滨江区", "杭州市余杭区", "宁波市鄞州区", "绍兴市越城区", "嘉兴市南湖区"]

    static func person(_ random: inout DemoRandom) -> String {
        random.pick(surnames, or: "王") + random.pick(given, or: "敏")
    }

    static func address(_ random: inout DemoRandom) -> String {
        let house =
            "\(random.number(1...28))幢\(random.number(1...4))单元\(random.number(1...26))0\(random.number(1...4))室"
        return random.pick(cities, or: "") + random.pick(streets, or: "") + "\(random.number(1...399))号"
            + random.pick(estates, or: "") + house
    }

    /// A mobile number from a range that is not assigned.
    static func mobile(_ serial: Int, _ random: inout DemoRandom) -> PhoneNumber? {
        let digits = String(10_000_000 + serial * 7 % 90_000_000 + random.number(0...6))
        return PhoneNumber(typed: random.pick(["138", "139", "136", "158", "186", "177"], or: "138") + digits)
    }
}
