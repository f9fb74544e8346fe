// AppCredentials of botframework-connector for an identity service on this machine. Those that come with the package get their tokens through MSAL,
// which takes no authority but https; what they would send and keep is the same.
const { AppCredentials, PasswordServiceClientCredentialFactory } = require('botframework-connector');

class LocalCredentials extends AppCredentials {
  constructor(appId, password, login, scope) {
    super(appId, undefined, scope);
    Object.assign(this, { password, login });
  }

  async refreshToken() {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: this.appId, client_secret: this.password, scope: `${this.oAuthScope}/.default` });
    const answer = await fetch(`${this.login}/oauth2/v2.0/token`, { method: 'POST', body: form });
    if (!answer.ok) throw Object.assign(new Error('No token'), { statusCode: answer.status });
    const { access_token: accessToken, expires_in: seconds } = await answer.json();
    return { accessToken, expiresOn: new Date(Date.now() + seconds * 1000) };
  }
}

/** The package's own factory, but for the credentials it makes. */
class LocalCredentialFactory extends PasswordServiceClientCredentialFactory {
  async createCredentials(appId, audience, login) {
    return new LocalCredentials(appId, this.password, login, audience);
  }
}

module.exports = { LocalCredentials, LocalCredentialFactory };
