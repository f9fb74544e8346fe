using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>Changing what was said: 「改一下收入」, 「收入改成 1500」, 「上一步」. What was said stays until something else is said.</summary>
internal static class Changes
{
    private static readonly Stage[] Details = [Stage.ForWhom, Stage.ActedFor, Stage.ActingBasis, Stage.ActingUntil, Stage.Name, Stage.IdNumber, Stage.OwnName, Stage.OwnIdNumber, Stage.OwnPhone, Stage.Phone, Stage.Village, Stage.Mandate, Stage.Relatives, Stage.Papers];

    private static readonly Inquiry[] Usual = [Inquiry.About(Question.MonthlyIncome), Inquiry.About(Question.Members)];

    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.Stage.IsOpeningOrHome() || !reply.Plain.IsCommand("change")) return false;
        foreach (var (topic, pattern) in Patterns.Topics)
        {
            if (pattern.Match(reply.Plain) is not { Success: true } match) continue;
            if (InquiryKeys.Parse(topic) is { Question: not null } inquiry && reply.Plain[(match.Index + match.Length)..] is { Length: > 0 } rest
                && InquiryScene.Answer(turn, inquiry, Reply.Of(AfterVerb(rest))))
                return true;
            return Begin(turn, topic);
        }
        if (turn.State.Stage == Stage.ConfirmStory) return false;
        return reply.Plain.Length <= 20 && Menu(turn);
    }

    public static bool Begin(Turn turn, string topic)
    {
        if (turn.State.Stage.IsOpeningOrHome()) return false;
        turn.State = turn.State with { Misses = 0 };
        // Who acts for nobody has one name.
        if (!Acting.IsForAnother(turn) && topic.StartsWith("Own", StringComparison.Ordinal)) topic = topic["Own".Length..];
        if (InquiryKeys.Parse(topic) is { } inquiry && CanAsk(turn, inquiry)) turn.AskAgain(inquiry);
        else if (Enum.TryParse<Stage>(topic, out var stage) && Details.Contains(stage) && CanAsk(turn, stage))
        {
            if (stage == Stage.Mandate) turn.State = turn.State with { Draft = turn.State.Draft with { Plan = null } };
            turn.GoTo(stage);
        }
        else return Menu(turn);
        return true;
    }

    public static bool Menu(Turn turn)
    {
        var told = Usual.Concat(turn.State.Answers.Select(each => each.Inquiry)).Concat(HouseholdFactsIn.Asked.Where(question => turn.State.Household.Value(question) is not null).Select(question => Inquiry.About(question)))
            .Distinct().Where(inquiry => InquiryWords.Told(turn, inquiry) is not null).Select(inquiry => new Choice(InquiryWords.Label(turn, inquiry), Tokens.ChangeOf + inquiry.Key()));
        var details = Details.Where(stage => (turn.State.Trail.Contains(stage.ToString()) && (stage != Stage.ActingUntil || Acting.IsEntrusted(turn))) || (stage == Stage.ForWhom && Acting.IsForAnother(turn) && CanAsk(turn, stage))).Select(stage => stage.ToString());
        turn.Say(turn.Book[Phrase.WhatToChange], [.. details.Select(topic => new Choice(turn.Book.NameOr("fact", topic), Tokens.ChangeOf + topic)), .. told]);
        return true;
    }

    /// <summary>Back to what was answered last; its answer is shown and can be kept.</summary>
    public static bool Back(Turn turn)
    {
        var state = turn.State;
        if (state.Stage == Stage.Home) return false;
        var trail = state.Trail;
        if (state.Stage == Stage.Asking && state.Inquiry is { } asking && trail.IndexOf(asking.Key()) is > 0 and var at) trail = trail[..at];
        else if (trail.IndexOf(state.Stage.ToString()) is > 0 and var place) trail = trail[..place];
        if (trail.IsEmpty)
        {
            turn.Lead(turn.Book[Phrase.NothingToGoBack]);
            turn.Current().Ask(turn);
            return true;
        }
        var last = trail[^1];
        turn.State = state with { Misses = 0 };
        if (InquiryKeys.Parse(last) is { } inquiry) turn.AskAgain(inquiry);
        else turn.GoTo(Enum.Parse<Stage>(last));
        return true;
    }

    // A list can be shown again only as it was offered; of somebody not told of nothing can be asked.
    private static bool CanAsk(Turn turn, Inquiry inquiry) => inquiry.Checklist is null
        ? inquiry.Person is null || inquiry.Person < turn.Household.People?.Length
        : !TokenReading.Offered(turn, inquiry).IsEmpty;

    private static bool CanAsk(Turn turn, Stage stage) => turn.State.Applying && stage switch
    {
        Stage.Papers => !PaperOption.Of(turn).IsEmpty,
        Stage.ForWhom => turn.State.Client is null && !Acting.IsInPerson(turn),
        Stage.ActedFor or Stage.ActingBasis => Acting.IsForAnother(turn),
        Stage.ActingUntil => Acting.IsEntrusted(turn),
        Stage.OwnName or Stage.OwnIdNumber or Stage.OwnPhone => turn.State.Draft.Privacy is not null && Acting.IsForAnother(turn),
        _ => turn.State.Draft.Privacy is not null,
    };

    private static string AfterVerb(string rest) => Patterns.Commands["change"].Replace(rest, "").Trim(' ', ',', '，', ':', '：');
}
