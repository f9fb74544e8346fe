using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using OneVisit.Domain.Identity;
using OneVisit.Storage.MasterKeys;
using OneVisit.Support;

namespace OneVisit.Storage.Tests;

public sealed class MasterKeyTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    private readonly MovableClock clock = new(Now);
    private readonly string folder = Directory.CreateTempSubdirectory("onevisit-keys-").FullName;

    private string Path => System.IO.Path.Combine(folder, "sealing-keys.json");

    private FileKeys Keys => new(Path, clock);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_first_key_of_a_file_seals_at_once_and_a_second_when_all_know_it()
    {
        await Keys.AddAsync(Of(1), CancellationToken.None);
        await Keys.AddAsync(Of(2), CancellationToken.None);

        Assert.Equal(("k1", 2), await CurrentAsync());
        clock.Advance(FileKeys.Notice);
        Assert.Equal(("k2", 2), await CurrentAsync());
    }

    [Fact]
    public async Task A_key_that_was_taken_out_of_use_opens_nothing_until_it_is_taken_back()
    {
        await TwoAsync();

        Assert.True(await Keys.DisableAsync("k1", true, CancellationToken.None));
        Assert.Equal(["k2"], (await Keys.ReadAsync(CancellationToken.None)).Ids);
        Assert.True(await Keys.DisableAsync("k1", false, CancellationToken.None));
        Assert.Equal(2, (await Keys.ReadAsync(CancellationToken.None)).Ids.Count);
    }

    [Fact]
    public async Task From_when_a_key_counted_is_known_when_it_is_out_of_use_unless_it_never_did()
    {
        await TwoAsync();
        await Keys.AddAsync(Of(3), CancellationToken.None);
        await Keys.DisableAsync("k3", true, CancellationToken.None);
        await Keys.AddAsync(Of(4), CancellationToken.None);
        clock.Advance(FileKeys.Notice + TimeSpan.FromDays(1));
        await Keys.DisableAsync("k2", true, CancellationToken.None);

        var keys = await Keys.ReadAsync(CancellationToken.None);

        Assert.Equal(["k1", "k4"], keys.Ids.Order());
        Assert.Equal(("k1", "k2", "k4"), (keys.IdAt(Now), keys.IdAt(Now + FileKeys.Notice), keys.IdAt(Now + FileKeys.Notice + FileKeys.Notice)));
    }

    [Fact]
    public async Task From_when_a_version_in_the_vault_counted_is_known_when_it_is_disabled_unless_it_never_did()
    {
        (string, DateTimeOffset, bool, string?)[] versions = [("v1", Now.AddDays(-90), true, "k1"), ("v2", Now.AddDays(-30), false, null), ("v3", Now.AddDays(-1), true, null)];
        var used = await new Vault(versions) { Updated = Now }.Source(clock, KeyUse.Lookup).ReadAsync(CancellationToken.None);
        var unused = await new Vault(versions).Source(clock, KeyUse.Lookup).ReadAsync(CancellationToken.None);

        Assert.Equal(["k1", "v3"], used.Ids.Order());
        Assert.Equal(("v2", "k1"), (used.IdAt(Now.AddDays(-10)), unused.IdAt(Now.AddDays(-10))));
        Assert.Equal(("k1", "v3"), (used.IdAt(Now.AddDays(-31)), used.IdAt(Now)));
    }

    [Fact]
    public async Task The_key_that_seals_is_not_taken_out_of_use()
    {
        await TwoAsync();

        Assert.False(await Keys.DisableAsync("k2", true, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        await Keys.AddAsync(Of(1), CancellationToken.None);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Keys.ReadAsync(CancellationToken.None));

        Assert.Contains("chmod 600", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"keys":[{"id":"k1","key":"c2hvcnQ=","from":"2026-01-01T00:00:00Z"}]}""")]
    [InlineData("""{"keys":[]}""")]
    public async Task A_file_that_is_no_set_of_keys_is_refused_without_showing_it(string content)
    {
        await File.WriteAllTextAsync(Path, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Keys.ReadAsync(CancellationToken.None));

        Assert.DoesNotContain("c2hvcnQ", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_in_the_vault_seals_five_minutes_after_it_was_made()
    {
        var vault = new Vault(("v1", Now.AddDays(-90), true, "k1"), ("v2", Now, true, null));
        var source = vault.Source(clock);

        var before = await source.ReadAsync(CancellationToken.None);
        clock.Advance(VaultKeys.Notice);
        var after = await source.ReadAsync(CancellationToken.None);

        Assert.Equal(("k1", "v2"), (before.Current, after.Current));
        Assert.Equal(["k1", "v2"], after.Ids.Order());
    }

    [Fact]
    public async Task Each_version_is_asked_for_once()
    {
        var vault = new Vault(("v1", Now.AddDays(-90), true, null));
        var source = vault.Source(clock);

        await source.ReadAsync(CancellationToken.None);
        await source.ReadAsync(CancellationToken.None);

        Assert.Equal(1, vault.Asked);
    }

    [Fact]
    public async Task A_disabled_version_is_left_out()
    {
        var source = new Vault(("v1", Now.AddDays(-90), false, null), ("v2", Now.AddDays(-1), true, null)).Source(clock);

        Assert.Equal(["v2"], (await source.ReadAsync(CancellationToken.None)).Ids);
    }

    [Fact]
    public async Task A_vault_that_does_not_answer_is_not_a_vault_without_keys()
    {
        var vault = new Vault(("v1", Now.AddDays(-90), true, null)) { Status = HttpStatusCode.Forbidden };

        await Assert.ThrowsAsync<MasterKeysUnavailableException>(() => vault.Source(clock).ReadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(KeyUse.Sealing, "sealing-key")]
    [InlineData(KeyUse.Proof, "proof-key")]
    [InlineData(KeyUse.Lookup, "lookup-key")]
    public async Task Keys_of_one_use_lie_under_a_name_of_their_own(KeyUse use, string secret)
    {
        var vault = new Vault(("v1", Now.AddDays(-90), true, null));

        await vault.Source(clock, use).ReadAsync(CancellationToken.None);

        Assert.Equal([secret], vault.Secrets);
    }

    [Fact]
    public async Task The_first_of_all_look_up_keys_has_the_name_that_its_hashes_are_known_by_and_no_other_takes_it_over()
    {
        var alone = await new Vault(("v1", Now.AddDays(-90), true, null)).Source(clock, KeyUse.Lookup).ReadAsync(CancellationToken.None);
        var both = await new Vault(("v1", Now.AddDays(-90), true, "k1"), ("v2", Now.AddDays(-1), true, null)).Source(clock, KeyUse.Lookup).ReadAsync(CancellationToken.None);
        var later = await new Vault(("v1", Now.AddDays(-90), false, "k1"), ("v2", Now.AddDays(-1), true, null)).Source(clock, KeyUse.Lookup).ReadAsync(CancellationToken.None);

        Assert.Equal(["k1"], alone.Ids);
        Assert.Equal(["k1", "v2"], both.Ids.Order());
        Assert.Equal(("v2", Now.AddDays(-1) + VaultKeys.Notice, DateTimeOffset.MinValue), (both.Current, both.FromOf("v2"), both.FromOf("k1")));
        Assert.Equal(["v2"], later.Ids);
    }

    [Fact]
    public async Task Of_several_look_up_keys_none_is_taken_for_the_first_by_guess() => await Assert.ThrowsAsync<InvalidDataException>(
        () => new Vault(("v1", Now.AddDays(-90), true, null), ("v2", Now.AddDays(-1), true, null)).Source(clock, KeyUse.Lookup).ReadAsync(CancellationToken.None));

    [Fact]
    public async Task What_signs_proofs_is_looked_after_with_what_seals()
    {
        var proofs = new FileKeys(System.IO.Path.Combine(folder, "proof-keys.json"), clock);
        await Keys.AddAsync(Of(1), CancellationToken.None);
        await proofs.AddAsync(Of(3), CancellationToken.None);
        var (ring, of) = (new KeyRing(await Keys.ReadAsync(CancellationToken.None)), new ProofKeys(proofs, new KeyRing(await proofs.ReadAsync(CancellationToken.None))));
        await proofs.AddAsync(Of(4), CancellationToken.None);
        clock.Advance(FileKeys.Notice);

        await new KeyRefresh(Keys, ring, [of]).RefreshAsync(CancellationToken.None);

        Assert.Equal(("k1", "k2", 2), (ring.Keys.Current, of.Ring.Keys.Current, of.Ring.Keys.Ids.Count));
    }

    [Fact]
    public async Task A_ring_says_when_another_key_seals()
    {
        await Keys.AddAsync(Of(1), CancellationToken.None);
        var ring = new KeyRing(await Keys.ReadAsync(CancellationToken.None));
        var refresh = new KeyRefresh(Keys, ring, []);
        await Keys.AddAsync(Of(2), CancellationToken.None);

        Assert.Null(await refresh.RefreshAsync(CancellationToken.None));
        clock.Advance(FileKeys.Notice);
        Assert.Equal("k2", await refresh.RefreshAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("http://vault.example/", null)]
    [InlineData(null, "c2hvcnQ=")]
    [InlineData(null, null)]
    public void What_tells_of_no_keys_is_refused_without_showing_it(string? vault, string? key)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new MasterKeyOptions(vault, null, key).Checked());

        Assert.DoesNotContain("c2hvcnQ", refused.Message, StringComparison.Ordinal);
    }

    private async Task TwoAsync()
    {
        await Keys.AddAsync(Of(1), CancellationToken.None);
        await Keys.AddAsync(Of(2), CancellationToken.None);
        clock.Advance(FileKeys.Notice);
    }

    private async Task<(string, int)> CurrentAsync()
    {
        var keys = await Keys.ReadAsync(CancellationToken.None);
        return (keys.Current, keys.Ids.Count);
    }

    private static byte[] Of(byte value) => [.. Enumerable.Repeat(value, SealingKeys.KeyLength)];

    /// <summary>Answers as the vault's REST API does.</summary>
    private sealed class Vault(params (string Version, DateTimeOffset Made, bool Enabled, string? Id)[] versions) : HttpMessageHandler
    {
        private const string Address = "https://kv-ov-test.vault.azure.net";

        public int Asked { get; private set; }

        /// <summary>Names of those that were asked for.</summary>
        public HashSet<string> Secrets { get; } = new(StringComparer.Ordinal);

        /// <summary>When all were changed last; when they were made, where it is not told.</summary>
        public DateTimeOffset? Updated { get; init; }

        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        public VaultKeys Source(TimeProvider clock, KeyUse use = KeyUse.Sealing)
        {
            var options = new SecretClientOptions { Transport = new HttpClientTransport(this) };
            options.Retry.MaxRetries = 0;
            return new(new SecretClient(new Uri(Address), new Anybody(), options), use, clock);
        }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Answer(request);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Answer(request));

        private HttpResponseMessage Answer(HttpRequestMessage request)
        {
            var path = request.RequestUri!.AbsolutePath;
            Secrets.Add(path.Split('/')[2]);
            object body = Status != HttpStatusCode.OK ? new { error = new { code = "Forbidden", message = "no" } }
                : path.EndsWith("/versions", StringComparison.Ordinal) ? new { value = versions.Select(version => Described(version, null)).ToArray(), nextLink = (string?)null }
                : Value(path);
            return new(Status) { RequestMessage = request, Content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json") };
        }

        private object Value(string path)
        {
            Asked++;
            return Described(versions.Single(version => path.TrimEnd('/').EndsWith("/" + version.Version, StringComparison.Ordinal)), Convert.ToBase64String(Of(7)));
        }

        private object Described((string Version, DateTimeOffset Made, bool Enabled, string? Id) version, string? value)
        {
            var (id, attributes) = ($"{Address}/secrets/{VaultKeys.SecretOf(KeyUse.Sealing)}/{version.Version}", new { enabled = version.Enabled, created = version.Made.ToUnixTimeSeconds(), updated = (Updated ?? version.Made).ToUnixTimeSeconds() });
            var tags = version.Id is { } tag ? new Dictionary<string, string> { [VaultKeys.IdTag] = tag } : [];
            return value is null ? new { id, attributes, tags } : new { value, id, attributes, tags };
        }
    }

    private sealed class Anybody : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
