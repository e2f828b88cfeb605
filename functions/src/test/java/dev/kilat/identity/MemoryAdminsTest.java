package dev.kilat.identity;

class MemoryAdminsTest extends AdminsContract {
    private final MemoryAdmins admins = new MemoryAdmins();

    @Override
    protected Admins admins() {
        return admins;
    }
}
