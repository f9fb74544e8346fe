using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Staff;

/// <summary>Photos from the field: into the case that is collecting papers, under the right material.</summary>
internal static class DeskFiles
{
    private const string CasePrefix = "files:";
    private const string DropValue = "files-drop";

    /// <summary>Which cases are collecting is asked of the back office first.</summary>
    public static void Receive(DeskTurn turn, ImmutableArray<IncomingFile> files)
    {
        var all = turn.State.WaitingFiles.AddRange(files);
        if (all.Length > Resident.Files.Most) turn.Say(turn.Book[Phrase.FilesTooMany, Resident.Files.Most]);
        turn.State = turn.State with { WaitingFiles = [.. all.Take(Resident.Files.Most)] };
        turn.Effect = new Effect.ListWork();
    }

    /// <summary>The desk's work is known: choose the case, then the material, asking only where there is a choice.</summary>
    public static void Place(DeskTurn turn, ImmutableArray<TaskView> tasks)
    {
        var collecting = tasks.Where(task => Wanted(turn, task).Length > 0).ToArray();
        var chosen = collecting.Length == 1 ? collecting[0] : collecting.FirstOrDefault(task => task.CaseId == turn.State.FilesFor);
        if (chosen is not null) turn.State = turn.State with { FilesNames = Wanted(turn, chosen).DistinctBy(material => material.Code).ToImmutableDictionary(material => material.Code, material => material.Name) };
        if (collecting.Length == 0)
        {
            Forget(turn);
            turn.Say(turn.Book[Phrase.StaffFilesNoCase], turn.MyTasks);
        }
        else if (chosen is null)
        {
            turn.Say(
                turn.Book[Phrase.StaffFilesWhichCase, turn.State.WaitingFiles.Length],
                [.. collecting.Take(10).Select(task => new Choice($"{task.Applicant} · {task.Village} · {task.CaseId}", CasePrefix + task.CaseId)), Drop(turn)]);
        }
        else if (Wanted(turn, chosen) is [var only]) Upload(turn, chosen.CaseId, only.Code);
        else
        {
            turn.Say(
                turn.Book[Phrase.StaffFilesWhich, turn.State.WaitingFiles.Length, $"{Markdown.Escape(chosen.Applicant)} {chosen.CaseId}"],
                [.. Wanted(turn, chosen).Select(material => new Choice(material.Name, $"{CasePrefix}{chosen.CaseId}:{material.Code}")), Drop(turn)]);
        }
    }

    public static bool Press(DeskTurn turn, string value)
    {
        if (turn.State.WaitingFiles.IsEmpty) return false;
        if (value == DropValue)
        {
            Forget(turn);
            turn.Say(turn.Book[Phrase.FilesDropped], turn.MyTasks);
            return true;
        }
        if (!value.StartsWith(CasePrefix, StringComparison.Ordinal) || value.Length > 80) return false;
        var parts = value.Split(':');
        if (!CaseIds.Looks(parts[1])) return false;
        if (parts.Length == 3)
        {
            Upload(turn, parts[1], parts[2]);
            return true;
        }
        turn.State = turn.State with { FilesFor = parts[1] };
        turn.Effect = new Effect.ListWork();
        return true;
    }

    public static void Tell(DeskTurn turn, EffectResult.Uploaded uploaded)
    {
        var taken = uploaded.Files.Count(file => file.Problem is null);
        List<string> lines = [];
        var name = turn.Book.Name("paper", uploaded.Material) ?? turn.State.FilesNames.GetValueOrDefault(uploaded.Material) ?? MaterialWords.NameOf(turn.Service, uploaded.Material, turn.State.Language);
        turn.State = turn.State with { FilesNames = ImmutableDictionary<string, string>.Empty };
        if (taken > 0) lines.Add(Resident.Files.Taken(turn.Book, uploaded, name));
        lines.AddRange(uploaded.Files.Where(file => file.Problem is not null).Select(file =>
            turn.Book[Phrase.FilesRefused, Markdown.Escape(Resident.Files.Shorten(file.Name)), Resident.Files.Refusal(turn.Book, file.Problem!)]));
        turn.Say(string.Join("\n\n", lines), turn.MyTasks);
    }

    /// <summary>What photos on this desk can be: the household's papers, the minutes of a meeting, the form of a survey.</summary>
    private static (string Code, string Name)[] Wanted(DeskTurn turn, TaskView task) => task.Actions switch
    {
        var acts when acts.Contains(ActNames.Collected) => [.. MaterialWords.ToBring(task).Select(material => (material.Code, material.Name))],
        var acts when acts.Contains(ActNames.Appraised) => [(OfficePapers.AppraisalMinutes, turn.Book.NameOr("paper", OfficePapers.AppraisalMinutes))],
        var acts when acts.Contains(ActNames.Surveyed) => [(OfficePapers.SurveyForm, turn.Book.NameOr("paper", OfficePapers.SurveyForm))],
        _ => [],
    };

    private static void Upload(DeskTurn turn, string caseId, string material)
    {
        turn.Effect = new Effect.Upload(caseId, null, material, turn.State.WaitingFiles);
        Forget(turn);
    }

    private static void Forget(DeskTurn turn) => turn.State = turn.State with { WaitingFiles = [], FilesFor = null };

    private static Choice Drop(DeskTurn turn) => new(turn.Book[Phrase.ChoiceDropFiles], DropValue);
}
