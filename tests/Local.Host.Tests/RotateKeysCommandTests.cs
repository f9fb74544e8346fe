using OneVisit.Domain.Identity;
using OneVisit.Local.Azurite;
using OneVisit.Support;

namespace OneVisit.Local.Host.Tests;

public sealed class RotateKeysCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Another_key_is_told_by_its_id_and_never_shown()
    {
        var output = new StringWriter();

        Assert.Equal(0, await RotateKeysCommand.RunAsync(["--data", _folder.Path], output));

        Assert.StartsWith("k2 seals from", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(LocalKeys.LoadOrCreate(_folder.Path).Sealing, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_key_is_the_one_the_city_was_made_with()
    {
        var keys = LocalKeys.LoadOrCreate(_folder.Path);

        var file = await RotateKeysCommand.OpenAsync(_folder.Path, keys, TimeProvider.System, default);

        var before = new Sealer(new SealingKeys(Convert.FromBase64String(keys.Sealing))).Seal("张桂兰", "name");
        Assert.Equal("张桂兰", new Sealer(await file.ReadAsync(default)).Open(before, "name"));
    }

    [Fact]
    public async Task Keys_of_proofs_are_changed_apart_and_an_old_one_is_taken_out_of_use()
    {
        var output = new StringWriter();
        await RotateKeysCommand.RunAsync(["--data", _folder.Path], TextWriter.Null);

        Assert.Equal(0, await RotateKeysCommand.RunAsync(["--proofs", "--data", _folder.Path], output));
        Assert.Equal(1, await RotateKeysCommand.RunAsync(["--proofs", "--disable", "k1", "--data", _folder.Path], output));
        var proofs = await RotateKeysCommand.OpenProofsAsync(_folder.Path, LocalKeys.LoadOrCreate(_folder.Path), TimeProvider.System, default);

        Assert.StartsWith("k2 signs proofs from", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("k1 is no key of this city, or the one that signs.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(["k1", "k2"], (await proofs.ReadAsync(default)).Ids.Order());
    }

    [Fact]
    public async Task Look_up_keys_are_changed_apart_and_people_are_found_as_before()
    {
        var output = new StringWriter();
        var keys = LocalKeys.LoadOrCreate(_folder.Path);

        Assert.Equal(0, await RotateKeysCommand.RunAsync(["--look-ups", "--data", _folder.Path], output));
        var file = await RotateKeysCommand.OpenLookupsAsync(_folder.Path, keys, TimeProvider.System, default);

        Assert.StartsWith("k2 finds people from", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(new LookupHash(Convert.FromBase64String(keys.Lookup)).Of("applicant-id", "1"), new LookupHash(new KeyRing(await file.ReadAsync(default))).Under("applicant-id", "1"));
        Assert.Equal(["k1", "k2"], (await file.ReadAsync(default)).Ids.Order());
    }

    [Fact]
    public void A_city_from_before_there_were_keys_of_their_own_keeps_who_is_who()
    {
        var keys = LocalKeys.LoadOrCreate(_folder.Path);
        var file = _folder.File("keys.json");
        var before = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        before.Remove(nameof(LocalKeys.Participant));
        before.Remove(nameof(LocalKeys.Proof));
        File.WriteAllText(file, before.ToJsonString());

        var opened = LocalKeys.LoadOrCreate(_folder.Path);

        Assert.Equal((keys.Lookup, keys.Lookup), (opened.Lookup, opened.Participant));
        Assert.NotEqual(opened.Lookup, opened.Proof);
        Assert.NotEqual(keys.Lookup, keys.Participant);
    }

    [Theory]
    [InlineData("keys.json")]
    [InlineData(RotateKeysCommand.ProofsFileName)]
    [InlineData(RotateKeysCommand.FileName)]
    public async Task A_city_whose_keys_others_may_read_does_not_open(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        await RotateKeysCommand.RunAsync(["--data", _folder.Path], TextWriter.Null);
        await RotateKeysCommand.RunAsync(["--proofs", "--data", _folder.Path], TextWriter.Null);
        File.SetUnixFileMode(_folder.File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var refused = await Assert.ThrowsAsync<LocalSetupException>(() => RotateKeysCommand.RunAsync([.. name == RotateKeysCommand.ProofsFileName ? ["--proofs"] : Array.Empty<string>(), "--data", _folder.Path], TextWriter.Null));

        Assert.Contains("chmod 600", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
