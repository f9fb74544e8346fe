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
        var needed = turn.Materials.Needed;
        if (needed.IsEmpty)
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
        var named = turn.Materials.Needed.Where(material => Names(material, reply.Plain)).ToArray();
        return named.Length == 1 && Assign(turn, named[0].Code);
    }

    public static bool Assign(Turn turn, string material)
    {
        var files = turn.State.WaitingFiles;
        if (files.IsEmpty || !turn.Materials.Needed.Any(needed => needed.Code == material)) return false;
        var caseId = turn.State.Stage == Stage.Home ? turn.State.LastReceipt?.CaseId : null;
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
        var name = turn.Book.Name("paper", uploaded.Material) ?? MaterialWords.NameOf(turn.Chosen, uploaded.Material, turn.State.Language);
        if (taken > 0)
        {
            turn.Lead(turn.Book[Phrase.FilesTaken, taken, name]);
            if (turn.State.Stage != Stage.Home && uploaded.Material != Domain.Cases.OfficePapers.ObjectionEvidence)
                turn.State = turn.State with { Received = turn.State.Received.SetItem(uploaded.Material, turn.State.Received.GetValueOrDefault(uploaded.Material) + taken) };
        }
        foreach (var file in uploaded.Files.Where(file => file.Problem is not null))
            turn.Lead(turn.Book[Phrase.FilesRefused, Markdown.Escape(Shorten(file.Name)), Refusal(turn.Book, file.Problem!)]);
        if (turn.State.Stage == Stage.Home) turn.Say(turn.Book[Phrase.ReceiptNothingToDo], turn.Current().Choices(turn));
        else turn.Current().Ask(turn);
    }

    public static string Refusal(Phrasebook book, Problem problem) => problem.Code switch
    {
        ProblemCodes.UnsupportedFile => book[Phrase.FilesUnsupported],
        ProblemCodes.TooLarge => book[Phrase.FilesTooLarge],
        _ => book[Phrase.FilesOther],
    };

    public static string Shorten(string name) => name.Length <= 40 ? name : $"{name[..36]}…";

    private static bool Names(Material material, string plain) =>
        plain.Equals(material.Code, StringComparison.OrdinalIgnoreCase)
        || material.Name.Zh.Contains(plain, StringComparison.OrdinalIgnoreCase) || plain.Contains(material.Name.Zh, StringComparison.OrdinalIgnoreCase)
        || material.Name.En.Contains(plain, StringComparison.OrdinalIgnoreCase) || plain.Contains(material.Name.En, StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<Choice> Choices(Turn turn) =>
    [
        .. turn.Materials.Needed.Select(material => new Choice(material.Name.In(turn.State.Language), Tokens.Material + material.Code)),
        new Choice(turn.Book[Phrase.ChoiceDropFiles], Tokens.DropFiles),
    ];
}
