using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>
/// A bag of named values that is loaded at first use in a turn and written when it changed. The bag carries no ETag: the last turn to save wins,
/// as in the real package, so what must not be lost belongs in the back office.
/// </summary>
public abstract partial class BotState : IPropertyManager
{
    private readonly IStorage storage;
    private readonly string contextServiceKey;

    public BotState(IStorage storage, string contextServiceKey)
    {
        this.storage = storage ?? throw new ArgumentNullException(nameof(storage));
        this.contextServiceKey = contextServiceKey ?? throw new ArgumentNullException(nameof(contextServiceKey));
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name) =>
        string.IsNullOrWhiteSpace(name) ? throw new ArgumentNullException(nameof(name)) : new Accessor<T>(this, name);

    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        if (!force && GetCachedState(turnContext)?.State is not null) return;
        var key = GetStorageKey(turnContext);
        var items = await storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        turnContext.TurnState[contextServiceKey] = items.TryGetValue(key, out var value) ? value switch
        {
            IDictionary<string, object> dictionary => new CachedBotState(dictionary),
            JObject json => new CachedBotState(json.ToObject<IDictionary<string, object>>()),
            null => new CachedBotState(),
            _ => throw new InvalidOperationException("Data is not in the correct format for BotState."),
        } : new CachedBotState();
    }

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var cached = GetCachedState(turnContext);
        if (cached is null || (!force && !cached.IsChanged())) return;
        await storage.WriteAsync(new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State }, cancellationToken).ConfigureAwait(false);
        cached.Hash = CachedBotState.ComputeHash(cached.State);
    }

    /// <summary>Empties the bag; the next save writes it even when nothing is put in.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        turnContext.TurnState[contextServiceKey] = new CachedBotState { Hash = string.Empty };
        return Task.CompletedTask;
    }

    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        if (GetCachedState(turnContext) is not null) turnContext.TurnState.Remove(contextServiceKey);
        return storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    public JToken Get(ITurnContext turnContext) => JObject.FromObject(GetCachedState(turnContext).State);

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        BotAssert.ContextNotNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(contextServiceKey);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <summary>The bag of this turn, and what it looked like when it was read.</summary>
    public class CachedBotState
    {
        public CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            Hash = ComputeHash(State);
        }

        public IDictionary<string, object> State { get; set; }

        internal string Hash { get; set; }

        internal static string ComputeHash(object obj) => JsonConvert.SerializeObject(obj, new JsonSerializerSettings { MaxDepth = null });

        internal bool IsChanged() => Hash != ComputeHash(State);
    }
}
