/// Puts a picture that is transparent in places on white, as paper would show it.
enum OnWhite {
    /// - Parameter rgba: four bytes a pixel, the last of them how opaque it is.
    /// - Parameter rgb: takes three bytes for each of those pixels.
    static func put(_ rgba: ArraySlice<UInt8>, into rgb: inout [UInt8]) {
        let pixels = min(rgba.count / 4, rgb.count / 3)
        for pixel in 0..<pixels {
            let begin = rgba.startIndex + pixel * 4
            let opacity = Int(rgba[begin + 3])
            for channel in 0..<3 {
                let mixed = Int(rgba[begin + channel]) * opacity + 255 * (255 - opacity)
                rgb[pixel * 3 + channel] = UInt8(clamping: (mixed + 127) / 255)
            }
        }
    }
}
