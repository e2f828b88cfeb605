package dev.kilat.local.demo.picture;

import java.util.Random;

/// Something to photograph. The same random gives the same picture.
interface Scene {
    void expose(Light light, Random random);
}
