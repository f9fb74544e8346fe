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

    [Theory]
    [InlineData("keys.json")]
    [InlineData(RotateKeysCommand.FileName)]
    public async Task A_city_whose_keys_others_may_read_does_not_open(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        await RotateKeysCommand.RunAsync(["--data", _folder.Path], TextWriter.Null);
        File.SetUnixFileMode(_folder.File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var refused = await Assert.ThrowsAsync<LocalSetupException>(() => RotateKeysCommand.RunAsync(["--data", _folder.Path], TextWriter.Null));

        Assert.Contains("chmod 600", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
