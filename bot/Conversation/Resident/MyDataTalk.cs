using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>"我的全部资料", "删除我的资料": beside whatever is being filled in.</summary>
internal static class MyDataTalk
{
    /// <summary>Whose the cases are is proven first, where they have some.</summary>
    public static bool Ask(Turn turn)
    {
        turn.Do(new Effect.ListMyCases(ForExport: true));
        return true;
    }

    public static void Show(Turn turn) => turn.Show(new Say.Card(MyDataCard.Of(turn.Book), turn.Book[Phrase.MyDataTitle]));

    /// <summary>What was begun and not sent would be gone at once: asked first.</summary>
    public static bool Erase(Turn turn)
    {
        turn.Say(turn.Book[Phrase.EraseAsk], new Choice(turn.Book[Phrase.ChoiceErase], Tokens.EraseYes), new Choice(turn.Book[Phrase.ChoiceNotNow], Tokens.RestartNo));
        return true;
    }

    /// <summary>The back office has answered.</summary>
    public static void Told(Turn turn, ErasureAnswer answer)
    {
        var state = turn.State;
        turn.State = new DialogueState { Language = state.Language, LanguageChosen = state.LanguageChosen, Client = state.Client, Stage = Stage.Story };
        turn.Lead(turn.Book[Phrase.ErasedDraft]);
        if (answer.Erased is { Count: > 0 } erased)
            turn.Lead($"{turn.Book[Phrase.ErasedCases]}\n\n{string.Join('\n', erased.Select(gone => $"- {gone.CaseId} {Markdown.Escape(gone.ServiceName)}"))}");
        if (answer.Kept.Count > 0)
            turn.Lead($"{turn.Book[Phrase.ErasedKept]}\n\n{string.Join('\n', answer.Kept.Select(kept => $"- {turn.Book[Phrase.Labelled, $"{kept.CaseId} {Markdown.Escape(kept.ServiceName)}", Markdown.Escape(kept.Why)]}"))}");
        if (answer.Beside is { Count: > 0 } beside)
            turn.Lead($"{turn.Book[Phrase.ErasedBeside]}\n\n{string.Join('\n', beside.Select(kept => $"- {turn.Book[Phrase.KeptBeside, Markdown.Escape(kept.Name), Markdown.Escape(kept.Keep), Markdown.Escape(kept.Law)]}"))}");
        turn.Say(turn.Book[Phrase.Hello], turn.Current().Choices(turn));
    }
}
