using System.Text.Json;
using OneVisit.Bot.State;
using OneVisit.Conversation;

namespace OneVisit.Bot.Errands;

/// <summary>Which effects outlive a back office that is down, and how they are kept in the conversation's sealed state until then.</summary>
internal static class PendingErrands
{
    public static PendingErrand? Of(Effect effect, string? serviceUrl) => effect switch
    {
        Effect.Submit or Effect.Upload or Effect.Rate or Effect.RevokeMandate => new PendingErrand(effect.GetType().Name, JsonSerializer.Serialize(effect, effect.GetType()), serviceUrl),
        _ => null,
    };

    public static Effect EffectOf(PendingErrand pending) => pending.Kind switch
    {
        nameof(Effect.Submit) => JsonSerializer.Deserialize<Effect.Submit>(pending.Json)!,
        nameof(Effect.Upload) => JsonSerializer.Deserialize<Effect.Upload>(pending.Json)!,
        nameof(Effect.Rate) => JsonSerializer.Deserialize<Effect.Rate>(pending.Json)!,
        nameof(Effect.RevokeMandate) => JsonSerializer.Deserialize<Effect.RevokeMandate>(pending.Json)!,
        _ => throw new NotSupportedException(pending.Kind),
    };
}
