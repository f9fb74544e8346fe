using System.Collections.Frozen;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>The order of the stages. Where to go next follows from what is known, so that any answer can change at any time.</summary>
internal static class Way
{
    private static readonly FrozenDictionary<Stage, Scene> Scenes = new Scene[]
    {
        new StoryScene(Stage.Greeting), new StoryScene(Stage.Story), new ConfirmStoryScene(), new FinderScene(), new InquiryScene(), new ReviewScene(), new VerdictScene(), new ChoosingScene(), new PapersScene(), new PrivacyScene(),
        new NameScene(Stage.Name), new IdNumberScene(Stage.IdNumber), new PhoneScene(Stage.Phone), new VillageScene(), new MandateScene(), new RelativesScene(),
        new ForWhomScene(), new ActedForScene(), new ActingBasisScene(), new ActingUntilScene(), new HouseholdOfScene(), new NameScene(Stage.OwnName), new IdNumberScene(Stage.OwnIdNumber), new PhoneScene(Stage.OwnPhone),
        new SummaryScene(Stage.Summary), new SummaryScene(Stage.Submitting), new HomeScene(),
    }.ToFrozenDictionary(scene => scene.Stage);

    public static Scene Current(this Turn turn) => Scenes[turn.State.Stage];

    /// <summary>Goes on with the first thing that is missing, and asks for it.</summary>
    public static void Continue(this Turn turn)
    {
        while (turn.Interviewed is Domain.Interview.Step.Ask { Inquiry: var about } && RelationTold.Called(turn, about) is { } called)
            turn.State = turn.State with { Answers = turn.Told.With(about, called).Answers };
        var ask = turn.Interviewed as Domain.Interview.Step.Ask;
        turn.State = turn.State with { Inquiry = ask?.Inquiry, Offered = ask?.Options ?? [] };
        var next = ask is null ? AfterQuestions(turn) : Stage.Asking;
        if (turn.State is { Applying: true, ListDue: true } && ask is null && Acting.Open(turn) is null) OneTimeList.Show(turn);
        turn.GoTo(next);
    }

    public static void GoTo(this Turn turn, Stage stage)
    {
        turn.State = turn.State with { Stage = stage };
        if (stage == Stage.Summary) turn.EnsureSubmissionId();
        turn.Current().Ask(turn);
    }

    public static void AskAgain(this Turn turn, Inquiry inquiry)
    {
        turn.State = turn.State with { Inquiry = inquiry, Offered = TokenReading.Offered(turn, inquiry) };
        turn.GoTo(Stage.Asking);
    }

    /// <summary>Remembers that something was answered, so that 「上一步」 finds it.</summary>
    public static void Walked(this Turn turn, string what) =>
        turn.State = turn.State with { Trail = turn.State.Trail.Remove(what).Add(what), Misses = 0 };

    private static Stage AfterQuestions(Turn turn) => turn.State switch
    {
        { Applying: false, Reviewed: false, Answers.IsEmpty: false } => Stage.Review,
        { Applying: false } => Stage.Verdict,
        _ when Acting.Open(turn) is { } open => open,
        { Papers: null } when !PaperOption.Of(turn).IsEmpty => Stage.Papers,
        { Draft.Privacy: null } => Stage.Privacy,
        { Draft.Name: null } => Stage.Name,
        { Draft.IdNumber: null } => Stage.IdNumber,
        _ when Acting.Missing(turn) is { } missing => missing,
        { Draft.Phone: null } => Stage.Phone,
        { Draft.Village: null } => Stage.Village,
        { Draft.Mandate: null } when !Acting.IsEntrusted(turn) => Stage.Mandate,
        { Draft.Relatives: null } when RelativesScene.IsAsked(turn) => Stage.Relatives,
        _ => Stage.Summary,
    };
}
