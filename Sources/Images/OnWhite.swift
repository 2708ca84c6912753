/// Composites transparent pixels onto white, like paper.
enum OnWhite {
    /// - Parameter rgba: four bytes per pixel, the last one alpha.
    /// - Parameter rgb: receives three bytes per pixel.
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
