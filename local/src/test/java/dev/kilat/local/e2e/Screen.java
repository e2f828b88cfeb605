package dev.kilat.local.e2e;

import com.microsoft.playwright.Browser;

/// What people hold, or sit before.
enum Screen {
    PHONE(390, 844, true),
    DESKTOP(1440, 900, false);

    private final int width;
    private final int height;
    private final boolean touch;

    Screen(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    Browser.NewContextOptions person() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setIsMobile(touch)
                .setLocale("en-GB");
    }
}
