using System.Collections.Immutable;
using System.Text.Json;
using OneVisit.Bot.State;
using OneVisit.Conversation;

namespace OneVisit.Bot.Errands;

/// <summary>Which effects outlive a back office that is down, and how they are kept in the conversation's sealed state until then, in their order.</summary>
internal static class PendingErrands
{
    public static PendingErrand? Of(Effect effect, string? serviceUrl, DateTimeOffset at, ImmutableArray<string> proofs) => effect switch
    {
        Effect.Submit or Effect.Apply or Effect.Upload or Effect.Rate or Effect.RevokeMandate or Effect.EndActing or Effect.StopActing or Effect.Complain or Effect.Report or Effect.Object or Effect.AnswerFound or Effect.ObjectToSurvey => new PendingErrand(effect.GetType().Name, JsonOf(effect), serviceUrl) { At = at, Proofs = proofs },
        _ => null,
    };

    public static Effect EffectOf(PendingErrand pending) => pending.Kind switch
    {
        nameof(Effect.Submit) => JsonSerializer.Deserialize<Effect.Submit>(pending.Json)!,
        nameof(Effect.Apply) => JsonSerializer.Deserialize<Effect.Apply>(pending.Json)!,
        nameof(Effect.Upload) => JsonSerializer.Deserialize<Effect.Upload>(pending.Json)!,
        nameof(Effect.Rate) => JsonSerializer.Deserialize<Effect.Rate>(pending.Json)!,
        nameof(Effect.Complain) => JsonSerializer.Deserialize<Effect.Complain>(pending.Json)!,
        nameof(Effect.Report) => JsonSerializer.Deserialize<Effect.Report>(pending.Json)!,
        nameof(Effect.Object) => JsonSerializer.Deserialize<Effect.Object>(pending.Json)!,
        nameof(Effect.AnswerFound) => JsonSerializer.Deserialize<Effect.AnswerFound>(pending.Json)!,
        nameof(Effect.ObjectToSurvey) => JsonSerializer.Deserialize<Effect.ObjectToSurvey>(pending.Json)!,
        nameof(Effect.EndActing) => JsonSerializer.Deserialize<Effect.EndActing>(pending.Json)!,
        nameof(Effect.StopActing) => JsonSerializer.Deserialize<Effect.StopActing>(pending.Json)!,
        nameof(Effect.RevokeMandate) => JsonSerializer.Deserialize<Effect.RevokeMandate>(pending.Json)!,
        _ => throw new NotSupportedException(pending.Kind),
    };

    /// <summary>At the end; what is wanted twice is kept once.</summary>
    public static ImmutableArray<PendingErrand> With(this ImmutableArray<PendingErrand> waiting, PendingErrand added) => waiting.Without(EffectOf(added)).Add(added);

    public static ImmutableArray<PendingErrand> Without(this ImmutableArray<PendingErrand> waiting, Effect done) => waiting.RemoveAll(pending => IsSame(EffectOf(pending), done));

    // An application is the same under its submission id, however it was changed since.
    private static bool IsSame(Effect one, Effect other) => (one, other) switch
    {
        (Effect.Apply first, Effect.Apply second) => first.Application.SubmissionId == second.Application.SubmissionId,
        (Effect.Submit first, Effect.Submit second) => first.Application.SubmissionId == second.Application.SubmissionId,
        _ => one.GetType() == other.GetType() && JsonOf(one) == JsonOf(other),
    };

    private static string JsonOf(Effect effect) => JsonSerializer.Serialize(effect, effect.GetType());
}
