using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>Photos and documents, at any time: before submission they are kept with the draft, afterwards they go into the case.</summary>
internal static class Files
{
    /// <summary>Files taken in one go, of residents and of staff.</summary>
    public const int Most = 10;

    public static void Receive(Turn turn, ImmutableArray<IncomingFile> files)
    {
        if (FoundTalk.Receive(turn, files)) return;
        var needed = Wanted(turn);
        if (needed.Length == 0)
        {
            turn.Say(turn.Book[Phrase.FilesNothingNeeded], turn.Current().Choices(turn));
            return;
        }
        var all = turn.State.WaitingFiles.AddRange(files);
        if (all.Length > Most) turn.Lead(turn.Book[Phrase.FilesTooMany, Most]);
        turn.State = turn.State with { WaitingFiles = [.. all.Take(Most)] };
        if (needed.Length == 1) Assign(turn, needed[0].Code);
        else turn.Say(turn.Book[Phrase.FilesWhich, turn.State.WaitingFiles.Length], Choices(turn));
    }

    /// <summary>The material named in words; while files wait, anything else but a command asks again.</summary>
    public static bool Hear(Turn turn, Reply reply)
    {
        if (reply.Plain.Length < 2) return false;
        var named = Wanted(turn).Where(paper => Names(paper, reply.Plain)).ToArray();
        return named.Length == 1 && Assign(turn, named[0].Code);
    }

    public static bool Assign(Turn turn, string material)
    {
        var files = turn.State.WaitingFiles;
        if (files.IsEmpty || Wanted(turn).All(wanted => wanted.Code != material)) return false;
        var caseId = turn.State.Stage != Stage.Home ? null : IsAsked(turn, material) ? turn.State.Asked!.CaseId : turn.State.LastReceipt?.CaseId;
        turn.State = turn.State with { WaitingFiles = [] };
        turn.Do(new Effect.Upload(caseId, caseId is null ? turn.EnsureSubmissionId() : null, material, files));
        return true;
    }

    public static bool Drop(Turn turn)
    {
        turn.State = turn.State with { WaitingFiles = [] };
        turn.Lead(turn.Book[Phrase.FilesDropped]);
        turn.Current().Ask(turn);
        return true;
    }

    public static void Tell(Turn turn, EffectResult.Uploaded uploaded)
    {
        var taken = uploaded.Files.Count(file => file.Problem is null);
        var name = IsAsked(turn, uploaded.Material)
            ? turn.State.Asked!.Papers.First(paper => paper.Code == uploaded.Material).Name
            : turn.Book.Name("paper", uploaded.Material) ?? turn.Materials.Find(uploaded.Material)?.Material.Name.In(turn.State.Language) ?? MaterialWords.NameOf(turn.Chosen, uploaded.Material, turn.State.Language);
        if (taken > 0)
        {
            if (IsAsked(turn, uploaded.Material)) Came(turn, uploaded.Material);
            turn.Lead(Taken(turn.Book, uploaded, name));
            if (turn.State.Stage != Stage.Home && uploaded.Material != Domain.Cases.OfficePapers.ObjectionEvidence)
                turn.State = turn.State with { Received = turn.State.Received.SetItem(uploaded.Material, turn.State.Received.GetValueOrDefault(uploaded.Material) + taken) };
        }
        foreach (var file in uploaded.Files.Where(file => file.Problem is not null))
            turn.Lead(turn.Book[Phrase.FilesRefused, Markdown.Escape(Shorten(file.Name)), Refusal(turn.Book, file.Problem!)]);
        if (turn.State.Stage == Stage.Home) turn.Say(turn.Book[Phrase.ReceiptNothingToDo], turn.Current().Choices(turn));
        else turn.Current().Ask(turn);
    }

    /// <summary>How many were kept, and how many wait for the safety check.</summary>
    public static string Taken(Phrasebook book, EffectResult.Uploaded uploaded, string name)
    {
        var kept = uploaded.Files.Count(file => file is { Problem: null, Checking: false });
        var checking = uploaded.Files.Count(file => file is { Problem: null, Checking: true });
        return string.Join("\n\n", new[] { kept > 0 ? book[Phrase.FilesTaken, kept, name] : "", checking > 0 ? book[Phrase.FilesChecking, checking, name] : "" }.Where(words => words.Length > 0));
    }

    public static string Refusal(Phrasebook book, Problem problem) => problem.Code switch
    {
        // The back office looked into it and says what is wrong with it and what to do.
        ProblemCodes.UnsupportedFile or ProblemCodes.TooManyFiles when problem.Detail is { Length: > 0 } => book.Reason(problem),
        ProblemCodes.UnsupportedFile => book[Phrase.FilesUnsupported],
        ProblemCodes.TooLarge => book[Phrase.FilesTooLarge],
        _ => book[Phrase.FilesOther],
    };

    public static string Shorten(string name) => name.Length <= 40 ? name : $"{name[..36]}…";

    private static bool Names(WantedPaper paper, string plain) => plain.Equals(paper.Code, StringComparison.OrdinalIgnoreCase)
        || paper.Names.Any(name => name.Contains(plain, StringComparison.OrdinalIgnoreCase) || plain.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What an office asked for stands first, also when it is not on the list of what was applied for last.</summary>
    private static WantedPaper[] Wanted(Turn turn)
    {
        var asked = turn.State is { Stage: Stage.Home, Asked: { } papers } ? papers.Papers : [];
        return
        [
            .. asked.Select(paper => new WantedPaper(paper.Code, paper.Name, [paper.Name])),
            .. turn.Materials.Needed.Where(material => asked.All(paper => paper.Code != material.Code))
                .Select(material => new WantedPaper(material.Code, material.Name.In(turn.State.Language), [material.Name.Zh, material.Name.En])),
        ];
    }

    private static bool IsAsked(Turn turn, string material) => turn.State is { Stage: Stage.Home, Asked: { } asked } && asked.Papers.Any(paper => paper.Code == material);

    private static void Came(Turn turn, string material)
    {
        var left = turn.State.Asked!.Papers.RemoveAll(paper => paper.Code == material);
        turn.State = turn.State with { Asked = left.IsEmpty ? null : turn.State.Asked with { Papers = left } };
    }

    private sealed record WantedPaper(string Code, string Name, string[] Names);

    private static ImmutableArray<Choice> Choices(Turn turn) =>
    [
        .. Wanted(turn).Select(paper => new Choice(paper.Name, Tokens.Material + paper.Code)),
        new Choice(turn.Book[Phrase.ChoiceDropFiles], Tokens.DropFiles),
    ];
}
