using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OneVisit.Local.BotBuilder.Tests.Stage;

namespace OneVisit.Local.BotBuilder.Tests;

public sealed class Remembering
{
    private readonly StageAdapter stage = new();
    private readonly CountingStorage storage = new();

    [Fact]
    public async Task What_was_set_is_there_in_the_next_turn()
    {
        stage.Use(new AutoSaveStateMiddleware(new UserState(storage)));
        var state = new UserState(storage);
        var progress = state.CreateProperty<Progress>("progress");
        await stage.PlayAsync(Script.Said(), async (turn, cancellation) =>
        {
            await progress.SetAsync(turn, new Progress("income", 3), cancellation);
            await state.SaveChangesAsync(turn, cancellationToken: cancellation);
        });
        Assert.Equal(new Progress("income", 3), await ReadAsync(progress));
    }

    [Fact]
    public async Task State_that_did_not_change_is_not_written()
    {
        var state = new UserState(storage);
        var progress = state.CreateProperty<Progress>("progress");
        await stage.PlayAsync(Script.Said(), async (turn, cancellation) =>
        {
            await progress.GetAsync(turn, cancellationToken: cancellation);
            await state.SaveChangesAsync(turn, cancellationToken: cancellation);
        });
        Assert.Equal(0, storage.Writes);
    }

    [Fact]
    public async Task A_failed_turn_saves_nothing()
    {
        var state = new ConversationState(storage);
        stage.Use(new AutoSaveStateMiddleware(state));
        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.PlayAsync(Script.Said(), async (turn, cancellation) =>
        {
            await state.CreateProperty<Progress>("progress").SetAsync(turn, new Progress("x", 1), cancellation);
            throw new InvalidOperationException();
        }));
        Assert.Equal(0, storage.Writes);
    }

    [Fact]
    public async Task Each_state_has_its_key()
    {
        var states = new BotState[] { new UserState(storage), new ConversationState(storage), new PrivateConversationState(storage) };
        await stage.PlayAsync(Script.Said(), async (turn, cancellation) =>
        {
            foreach (var state in states) await state.CreateProperty<string>("p").SetAsync(turn, "v", cancellation);
            await new BotStateSet(states).SaveAllChangesAsync(turn, cancellationToken: cancellation);
        });
        Assert.Equal(["directline/conversations/c1", "directline/conversations/c1/users/dl_zhang", "directline/users/dl_zhang"], storage.Keys.Order());
    }

    [Fact]
    public async Task A_store_that_gives_back_plain_json_is_understood()
    {
        storage.Plain["directline/users/dl_zhang"] = JObject.Parse("""{"progress":{"Step":"home","Count":7}}""");
        Assert.Equal(new Progress("home", 7), await ReadAsync(new UserState(storage).CreateProperty<Progress>("progress")));
    }

    [Fact]
    public async Task A_missing_number_without_a_default_is_zero()
    {
        var count = 1;
        await stage.PlayAsync(Script.Said(), async (turn, cancellation) => count = await new UserState(storage).CreateProperty<int>("n").GetAsync(turn, cancellationToken: cancellation));
        Assert.Equal(0, count);
    }

    [Fact]
    public async Task Deleted_state_is_gone_from_the_store()
    {
        var state = new UserState(storage);
        await stage.PlayAsync(Script.Said(), async (turn, cancellation) =>
        {
            await state.CreateProperty<string>("p").SetAsync(turn, "v", cancellation);
            await state.SaveChangesAsync(turn, cancellationToken: cancellation);
            await state.DeleteAsync(turn, cancellation);
        });
        Assert.Empty(storage.Keys);
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("0", true)]
    [InlineData("7", false)]
    public async Task A_versioned_item_is_written_over_its_own_version_only(string version, bool written)
    {
        var memory = new MemoryStorage();
        await memory.WriteAsync(new Dictionary<string, object> { ["k"] = new Versioned { Text = "first", ETag = "*" } }, CancellationToken.None);
        var conflict = await Record.ExceptionAsync(() => memory.WriteAsync(new Dictionary<string, object> { ["k"] = new Versioned { Text = "second", ETag = version } }, CancellationToken.None));
        Assert.Equal(written, conflict is null);
    }

    private async Task<Progress> ReadAsync(IStatePropertyAccessor<Progress> progress)
    {
        Progress? read = null;
        await stage.PlayAsync(Script.Said(), async (turn, cancellation) => read = await progress.GetAsync(turn, cancellationToken: cancellation));
        return read!;
    }

    private sealed record Progress(string Step, int Count);

    private sealed class Versioned : IStoreItem
    {
        public string Text { get; set; } = "";
        public string ETag { get; set; } = "";
    }

    private sealed class CountingStorage : IStorage
    {
        public Dictionary<string, object> Plain { get; } = [];

        public int Writes { get; private set; }

        public IEnumerable<string> Keys => Plain.Keys;

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            Task.FromResult<IDictionary<string, object>>(keys.Where(Plain.ContainsKey).ToDictionary(key => key, key => Plain[key]));

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            foreach (var (key, value) in changes) Plain[key] = JObject.FromObject(value);
            Writes++;
            return Task.CompletedTask;
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            foreach (var key in keys) Plain.Remove(key);
            return Task.CompletedTask;
        }
    }
}
