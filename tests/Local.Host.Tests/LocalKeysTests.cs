using System.Text.Json.Nodes;
using OneVisit.Support;

namespace OneVisit.Local.Host.Tests;

public sealed class LocalKeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Keys_are_made_once()
    {
        var first = LocalKeys.LoadOrCreate(_folder.Path);

        Assert.Equal(first, LocalKeys.LoadOrCreate(_folder.Path));
    }

    [Fact]
    public void The_management_key_can_stand_in_an_address_as_it_is()
    {
        var key = LocalKeys.LoadOrCreate(_folder.Path).DurableTask;

        Assert.Equal(Uri.EscapeDataString(key), key);
    }

    [Fact]
    public void A_city_from_before_the_management_key_gets_one_and_keeps_the_others()
    {
        var before = LocalKeys.LoadOrCreate(_folder.Path);
        var kept = JsonNode.Parse(File.ReadAllText(_folder.File("keys.json")))!.AsObject();
        kept.Remove(nameof(LocalKeys.DurableTask));
        File.WriteAllText(_folder.File("keys.json"), kept.ToJsonString());

        var after = LocalKeys.LoadOrCreate(_folder.Path);

        Assert.Equal(before with { DurableTask = after.DurableTask }, after);
        Assert.NotNull(after.DurableTask);
    }

    public void Dispose() => _folder.Dispose();
}
