using System.Collections.Frozen;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Conversation.Resident;

/// <summary>The order of the stages. Where to go next follows from what is known, so that any answer can change at any time.</summary>
internal static class Way
{
    private static readonly FrozenDictionary<Stage, Scene> Scenes = new Scene[]
    {
        new StoryScene(Stage.Greeting), new StoryScene(Stage.Story), new ConfirmStoryScene(), new QuestionScene(), new VerdictScene(), new PrivacyScene(),
        new NameScene(), new IdNumberScene(), new PhoneScene(), new VillageScene(), new MandateScene(),
        new SummaryScene(Stage.Summary), new SummaryScene(Stage.Submitting), new HomeScene(),
    }.ToFrozenDictionary(scene => scene.Stage);

    public static Scene Current(this Turn turn) => Scenes[turn.State.Stage];

    /// <summary>Goes on with the first thing that is missing, and asks for it.</summary>
    public static void Continue(this Turn turn)
    {
        var open = turn.Open;
        turn.State = turn.State with { Asking = open.IsEmpty ? null : open[0] };
        turn.GoTo(open.IsEmpty ? AfterQuestions(turn.State) : Stage.Asking);
    }

    public static void GoTo(this Turn turn, Stage stage)
    {
        turn.State = turn.State with { Stage = stage };
        if (stage == Stage.Summary) turn.EnsureSubmissionId();
        turn.Current().Ask(turn);
    }

    public static void AskAgain(this Turn turn, Question question)
    {
        turn.State = turn.State with { Asking = question };
        turn.GoTo(Stage.Asking);
    }

    /// <summary>Remembers that something was answered, so that 「上一步」 finds it.</summary>
    public static void Walked(this Turn turn, string what) =>
        turn.State = turn.State with { Trail = turn.State.Trail.Remove(what).Add(what), Misses = 0 };

    private static Stage AfterQuestions(DialogueState state) => state switch
    {
        { Applying: false } => Stage.Verdict,
        { Draft.Privacy: null } => Stage.Privacy,
        { Draft.Name: null } => Stage.Name,
        { Draft.IdNumber: null } => Stage.IdNumber,
        { Draft.Phone: null } => Stage.Phone,
        { Draft.Village: null } => Stage.Village,
        { Draft.Mandate: null } => Stage.Mandate,
        _ => Stage.Summary,
    };
}
