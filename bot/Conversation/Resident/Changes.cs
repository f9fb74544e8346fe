using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Resident;

/// <summary>Changing what was said: 「改一下收入」, 「收入改成 1500」, 「上一步」. What was said stays until something else is said.</summary>
internal static class Changes
{
    private static readonly Stage[] Details = [Stage.Name, Stage.IdNumber, Stage.Phone, Stage.Village, Stage.Mandate];

    private static readonly Question[] Usual = [Question.MonthlyIncome, Question.Members];

    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.State.Stage.IsOpeningOrHome() || !reply.Plain.IsCommand("change")) return false;
        foreach (var (topic, pattern) in Patterns.Topics)
        {
            if (pattern.Match(reply.Plain) is not { Success: true } match) continue;
            if (Enum.TryParse<Question>(topic, out var question) && reply.Plain[(match.Index + match.Length)..] is { Length: > 0 } rest
                && QuestionScene.Answer(turn, question, Reply.Of(AfterVerb(rest))))
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
        if (Enum.TryParse<Question>(topic, out var question) && Enum.IsDefined(question)) turn.AskAgain(question);
        else if (Enum.TryParse<Stage>(topic, out var stage) && Details.Contains(stage) && turn.State.Applying && turn.State.Draft.Privacy is not null) turn.GoTo(stage);
        else return Menu(turn);
        return true;
    }

    public static bool Menu(Turn turn)
    {
        var told = Usual.Concat(Enum.GetValues<Question>()).Distinct().Where(question => IsTold(turn, question)).Select(question => question.ToString());
        var details = Details.Where(stage => turn.State.Trail.Contains(stage.ToString())).Select(stage => stage.ToString());
        turn.Say(turn.Book[Phrase.WhatToChange], [.. details.Concat(told).Select(topic => new Choice(turn.Book.NameOr("fact", topic), Tokens.ChangeOf + topic))]);
        return true;
    }

    /// <summary>Back to what was answered last; its answer is shown and can be kept.</summary>
    public static bool Back(Turn turn)
    {
        var state = turn.State;
        if (state.Stage == Stage.Home) return false;
        var trail = state.Trail;
        if (state.Stage == Stage.Asking && state.Asking is { } asking && trail.IndexOf(asking.ToString()) is > 0 and var at) trail = trail[..at];
        else if (trail.IndexOf(state.Stage.ToString()) is > 0 and var place) trail = trail[..place];
        if (trail.IsEmpty)
        {
            turn.Lead(turn.Book[Phrase.NothingToGoBack]);
            turn.Current().Ask(turn);
            return true;
        }
        var last = trail[^1];
        turn.State = state with { Misses = 0 };
        if (Enum.TryParse<Question>(last, out var question)) turn.AskAgain(question);
        else turn.GoTo(Enum.Parse<Stage>(last));
        return true;
    }

    private static bool IsTold(Turn turn, Question question) =>
        turn.State.Household.Value(question) is not null || turn.State.Unsure.Contains(question);

    private static string AfterVerb(string rest) => Patterns.Commands["change"].Replace(rest, "").Trim(' ', ',', '，', ':', '：');
}
