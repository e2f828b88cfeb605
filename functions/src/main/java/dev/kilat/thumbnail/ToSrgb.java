package dev.kilat.thumbnail;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Phones write Display P3, cameras Adobe RGB: without conversion their photos look pale where no
/// profile is embedded, and we embed none. A profile that cannot be understood is ignored; colours
/// slightly off are better than no photo.
final class ToSrgb implements Step<Picture, Picture> {
    private final ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

    @Override
    public Picture apply(Picture picture) {
        return from(picture.profile())
                .map(conversion -> picture.with(conversion.apply(picture.pixels())))
                .orElse(picture);
    }

    /// How to make values of a profile sRGB; empty if they are, or if the profile is of no use.
    Optional<UnaryOperator<BufferedImage>> from(Optional<byte[]> embedded) {
        return embedded.flatMap(ToSrgb::read)
                .filter(profile -> !ColorProfiles.isCS_sRGB(profile))
                .map(profile -> pixels -> convert(pixels, profile));
    }

    private static Optional<ICC_Profile> read(byte[] profile) {
        try {
            return Optional.of(ColorProfiles.createProfile(profile))
                    .filter(read -> isRgb(read) || isGrey(read));
        } catch (RuntimeException unusable) {
            return Optional.empty();
        }
    }

    private BufferedImage convert(BufferedImage from, ICC_Profile profile) {
        var to = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var source = from.getRaster();
        // A grey photo has become three equal channels on its way; its profile wants one.
        var channels =
                isGrey(profile)
                        ? source.createChild(
                                0, 0, from.getWidth(), from.getHeight(), 0, 0, new int[] {0})
                        : source;
        new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null)
                .filter(channels, to.getRaster());
        return to;
    }

    private static boolean isRgb(ICC_Profile profile) {
        return profile.getColorSpaceType() == ColorSpace.TYPE_RGB;
    }

    private static boolean isGrey(ICC_Profile profile) {
        return profile.getColorSpaceType() == ColorSpace.TYPE_GRAY;
    }
}
