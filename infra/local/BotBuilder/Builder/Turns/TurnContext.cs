using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

public partial class TurnContext : ITurnContext, IDisposable
{
    private const string TurnKey = "turn";
    private readonly List<SendActivitiesHandler> onSend = [];
    private readonly List<UpdateActivityHandler> onUpdate = [];
    private readonly List<DeleteActivityHandler> onDelete = [];
    private bool disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        Adapter = adapter ?? throw new ArgumentNullException(nameof(adapter));
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
    }

    /// <summary>The same turn with another activity in its hand.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
        : this(turnContext?.Adapter ?? throw new ArgumentNullException(nameof(turnContext)), activity)
    {
        TurnState = turnContext.TurnState;
        Responded = turnContext.Responded;
        if (turnContext is not TurnContext other) return;
        BufferedReplyActivities = other.BufferedReplyActivities;
        (onSend, onUpdate, onDelete) = (other.onSend, other.onUpdate, other.onDelete);
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = new();

    public string Locale
    {
        get => TurnState.Get<JObject>(TurnKey).TryGetValue("locale", out var locale) ? locale.ToString() : null;
        set
        {
            var turn = TurnState.Get<JObject>(TurnKey);
            if (turn is null) TurnState.Set(TurnKey, turn = []);
            turn["locale"] = value;
        }
    }

    public Activity Activity { get; }

    /// <summary>Whether anything but a trace has been sent.</summary>
    public bool Responded { get; private set; }

    public List<Activity> BufferedReplyActivities { get; } = [];

    public ITurnContext OnSendActivities(SendActivitiesHandler handler) => Hook(onSend, handler);

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler) => Hook(onUpdate, handler);

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler) => Hook(onDelete, handler);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposed && disposing) TurnState.Dispose();
        disposed = true;
    }

    private TurnContext Hook<T>(List<T> handlers, T handler)
        where T : Delegate
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(handler);
        handlers.Add(handler);
        return this;
    }
}
