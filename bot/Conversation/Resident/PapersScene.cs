using System.Collections.Immutable;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Which papers follow later and which a commitment replaces. Asked only where the list allows it; bringing all is the first answer.</summary>
internal sealed class PapersScene() : Scene(Stage.Papers)
{
    private const string BringAll = "all";

    public override ImmutableArray<Choice> Choices(Turn turn) =>
        [Choice(turn, Phrase.ChoiceBringAll, BringAll), .. PaperOption.Of(turn).Select(option => Choice(turn, option.Title(turn), option.Token))];

    public override void Ask(Turn turn)
    {
        var options = PaperOption.Of(turn);
        var terms = string.Join('\n', options.Select((option, index) => $"{index + 1}. **{Markdown.Escape(option.Title(turn))}**{turn.Book.NameOr("format", "colon")}{option.Terms(turn)}"));
        turn.Lead($"{turn.Book[Phrase.AskPapers]}\n\n{terms}");
        if (options.Any(option => option.IsProvisional(turn))) turn.Lead(turn.Book[Phrase.ReceiptProvisional]);
        if (options.Length > 1)
        {
            turn.Show(TickCard.Services(
                turn.Book, turn.Book[Phrase.AskPapersQuestion], Prefix(turn), options.Select(option => (option.Title(turn), option.Token)), PaperOption.Chosen(turn).Select(option => option.Token)));
        }
        turn.Say(turn.Book[options.Length > 1 ? Phrase.TickHint : Phrase.AskPapersQuestion], Choices(turn));
    }

    public override string Why(Turn turn) => turn.Book[Phrase.PapersWhy];

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.PapersUnclear, PaperOption.Of(turn) is [var first, ..] ? first.Title(turn) : turn.Book[Phrase.ChoiceBringAll]];

    public override bool Hear(Turn turn, Reply reply)
    {
        if ((reply.Token is { } token ? Pressed(turn, token) : Written(turn, reply)) is not { } chosen) return false;
        if (chosen.GroupBy(option => option.Line.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            turn.State = turn.State with { Misses = 0 };
            turn.Lead(turn.Book[Phrase.PapersTwice, twice.First().Name(turn)]);
            Ask(turn);
            return true;
        }
        turn.State = turn.State with { Papers = PaperOption.Choices(chosen) ?? new() };
        turn.Lead(turn.Book[Phrase.Noted, chosen.IsEmpty ? turn.Book[Phrase.PapersAll] : turn.Book.List(chosen.Select(option => option.Short(turn, turn.Today)))]);
        turn.Walked(nameof(Stage.Papers));
        turn.Continue();
        return true;
    }

    private static ImmutableArray<PaperOption>? Pressed(Turn turn, string token)
    {
        if (token == BringAll) return [];
        var options = PaperOption.Of(turn);
        var picked = token.TrimStart(PostedAnswers.Open).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (picked.Length == 0) return token.StartsWith(PostedAnswers.Open) ? [] : null;
        return picked.All(code => options.Any(option => option.Token == code)) ? [.. options.Where(option => picked.Contains(option.Token))] : null;
    }

    private static ImmutableArray<PaperOption>? Written(Turn turn, Reply reply)
    {
        if (reply.Plain.IsCommand("bringAll")) return [];
        var options = PaperOption.Of(turn);
        return PickReader.Read(reply.Readable, [.. options.Select(option => option.Title(turn))]) switch
        {
            Picks.Of of => [.. of.Entries.Select(entry => options[entry])],
            Picks.None => [],
            _ => AnswerReader.YesNo(reply.Readable) switch { false => [], _ => null },
        };
    }
}
