using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Staff;

/// <summary>What a member of staff can write or press.</summary>
internal static class DeskTalk
{
    public const string TasksValue = "cmd:tasks";

    public static void Greet(DeskTurn turn)
    {
        if (!turn.State.Greeted) turn.Say(turn.Book[Phrase.StaffHello], turn.MyTasks);
        turn.State = turn.State with { Greeted = true };
        turn.Effect = new Effect.ListWork();
    }

    public static void Hear(DeskTurn turn, string typed)
    {
        var plain = PlainInput.Comparable(PlainInput.Clean(typed)).TrimEnd('。', '.', '?', '？', '!', '！');
        if (plain.IsCommand("english") || plain.IsCommand("chinese")) Speak(turn, plain.IsCommand("english") ? Language.English : Language.Chinese);
        else if (CaseIds.In(plain) is { } caseId) turn.Effect = new Effect.ShowCase(caseId);
        else if (plain.IsCommand("clients")) turn.Effect = new Effect.ListClients();
        else if (plain.IsCommand("apply-for")) turn.Effect = new Effect.AskMe();
        else if (plain.IsCommand("authority")) turn.Effect = new Effect.ListMatrices();
        else if (plain.IsCommand("absence")) turn.Effect = new Effect.ListStaff(ToHandOver: false);
        else if (plain.IsCommand("hand-over")) turn.Effect = new Effect.ListStaff(ToHandOver: true);
        else if (plain.IsCommand("tasks")) turn.Effect = new Effect.ListWork();
        else if (plain.IsCommand("help") || plain.IsCommand("greeting")) turn.Say(turn.Book[Phrase.StaffHelp], turn.MyTasks);
        else if (!turn.State.WaitingFiles.IsEmpty) turn.Effect = new Effect.ListWork();
        else turn.Say($"{turn.Book[Phrase.StaffNotUnderstood]} {turn.Book[Phrase.StaffHelp]}", turn.MyTasks);
    }

    public static void Press(DeskTurn turn, string value)
    {
        if (value == TasksValue) turn.Effect = new Effect.ListWork();
        else if (!DeskClients.Press(turn, value) && !DeskMatrix.Press(turn, value) && !DeskPhones.Press(turn, value) && !DeskActing.Press(turn, value) && !DeskFiles.Press(turn, value)) turn.Say(turn.Book[Phrase.StaffOldCard], turn.MyTasks);
    }

    /// <summary>Pressed on the desk, whoever is being applied for.</summary>
    public static bool IsDesks(string value) => value is TasksValue or DeskClients.ListValue or DeskClients.ApplyValue or DeskClients.DropValue;

    public static bool IsDesksWord(string typed)
    {
        var plain = PlainInput.Comparable(PlainInput.Clean(typed)).TrimEnd('。', '.', '?', '？', '!', '！');
        return plain.IsCommand("tasks") || plain.IsCommand("clients") || plain.IsCommand("apply-for") || plain.IsCommand("authority") || plain.IsCommand("absence") || plain.IsCommand("hand-over");
    }

    private static void Speak(DeskTurn turn, Language language)
    {
        turn.State = turn.State with { Language = language };
        turn.Say(turn.Book[Phrase.StaffHello], turn.MyTasks);
    }
}
