package dev.kilat.http;

import dev.kilat.contracts.http.Login;
import dev.kilat.contracts.http.LoginRequest;
import dev.kilat.identity.AdminLogin;
import dev.kilat.identity.AdminLogin.Outcome;

/// The way in for admins.
public final class LoginCalls {
    private static final int LONGEST = 1024;

    private final AdminLogin logins;

    public LoginCalls(AdminLogin logins) {
        this.logins = logins;
    }

    Response login(Call call) {
        LoginRequest body = call.request().json(LoginRequest.class);
        String username = Input.notEmpty("username", body.username(), LONGEST);
        String password = Input.notEmpty("password", body.password(), LONGEST);
        return switch (logins.attempt(username, password, call.request().sourceIp())) {
            case Outcome.LoggedIn(var token) ->
                    Response.ok(new Login(token.token(), token.expiresAt()));
            case Outcome.Wrong() -> Problems.invalidCredentials();
            case Outcome.TooMany(var retryAfter) -> Problems.rateLimited(retryAfter);
        };
    }
}
