package dev.kilat.local;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;

/// What to call this machine in links, given the address it listens on.
///
/// @param pages in the gallery's origin
/// @param objects in S3's: always a number, as the SDK would put a bucket's name before a host name
record Hosts(String pages, String objects) {

    static Hosts of(String bindHost) {
        try {
            InetAddress address = InetAddress.getByName(bindHost);
            if (address.isLoopbackAddress()) {
                return new Hosts("localhost", "127.0.0.1");
            }
            String own = address.isAnyLocalAddress() ? ownAddress() : address.getHostAddress();
            return new Hosts(own, own);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--host " + bindHost + " is no address here", e);
        }
    }

    /// One that a phone in the same network reaches.
    private static String ownAddress() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElse("127.0.0.1");
        } catch (SocketException e) {
            return "127.0.0.1";
        }
    }
}
