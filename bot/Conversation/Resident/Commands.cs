using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Resident;

/// <summary>What can be said or pressed at any stage.</summary>
internal static class Commands
{
    public static bool Hear(Turn turn, Reply reply)
    {
        var plain = reply.Plain.TrimEnd('。', '.', '!', '！', '?', '？', ' ', '~');
        if (plain.Length is 0 or > 60) return false;
        if (plain.IsCommand("english")) return Speak(turn, Language.English);
        if (plain.IsCommand("chinese")) return Speak(turn, Language.Chinese);
        if (plain.IsCommand("language")) return Press(turn, Tokens.OtherLanguage);
        if (plain.IsCommand("mycases")) return Press(turn, Tokens.MyCases);
        if (plain.IsCommand("my-data")) return MyDataTalk.Ask(turn);
        if (plain.IsCommand("erase-mine")) return MyDataTalk.Erase(turn);
        if (plain.IsCommand("looks"))
        {
            turn.Lead(turn.Book[Phrase.LooksWhere]);
            return Press(turn, Tokens.MyCases);
        }
        if (plain.IsCommand("restart")) return AskRestart(turn);
        // Who is named to act is told to say so; who is filling something in goes on with that.
        if (plain.IsCommand("prove") || (turn.State.Stage.IsOpeningOrHome() && plain.IsCommand("go-on"))) return ProofTalk.Begin(turn, new Effect.ListMyCases());
        if (plain.IsCommand("help") || reply.Plain is "?" or "？") return Help(turn);
        if (plain.IsCommand("replace-agent") && turn.State.Stage.IsOpeningOrHome())
        {
            turn.Do(new Effect.ListMyCases(ForReplacement: true));
            return true;
        }
        // Asked whether an agent shall help, 「不用别人帮我办」 is the answer.
        var declines = turn.State is { Stage: Stage.Mandate, Draft.Mandate: null } && reply.YesNo == false;
        if (!declines && plain.IsCommand("end-acting"))
        {
            turn.Do(new Effect.ListMyCases(ToEndActing: true));
            return true;
        }
        if (turn.State.Stage.IsOpeningOrHome() && plain.IsCommand("stop-acting"))
        {
            turn.Do(new Effect.ListMyCases(ToStopActing: true));
            return true;
        }
        if (turn.State is { Client: null } && turn.State.Stage.IsOpeningOrHome() && plain.IsCommand("name-acting"))
        {
            turn.Do(new Effect.ListMyCases(ToNameActing: true, Named: NamingTalk.RelationIn(reply)));
            return true;
        }
        if (!declines && plain.IsCommand("revoke")) return RevokeMandate(turn);
        if (Claims.In(reply.Plain) is var (caseId, code))
        {
            turn.Do(new Effect.Claim(caseId, code));
            return true;
        }
        if (ComplaintTalk.HearWish(turn, reply with { Plain = plain })) return true;
        if (plain.IsCommand("person")) return Press(turn, Tokens.Person);
        if (plain.IsCommand("back")) return Changes.Back(turn);
        if (plain.IsCommand("why") && !turn.State.Stage.IsOpening()) return Press(turn, Tokens.Why);
        if (plain.IsCommand("find") && (turn.State.Stage.IsOpeningOrHome() || turn.State.Stage == Stage.ConfirmStory)) return FinderScene.Open(turn);
        if (plain.IsCommand("new") && turn.State.Stage == Stage.Home) return Press(turn, Tokens.New);
        if (plain.IsCommand("greeting") && turn.State.Stage is not (Stage.Name or Stage.OwnName or Stage.Village)) return Greet(turn);
        return Changes.Hear(turn, reply);
    }

    public static bool Press(Turn turn, string value)
    {
        switch (value)
        {
            case Tokens.MyCases:
                turn.Do(new Effect.ListMyCases());
                return true;
            case Tokens.OtherLanguage:
                return Speak(turn, turn.State.Language == Language.English ? Language.Chinese : Language.English);
            case Tokens.Why:
                turn.Say(turn.Current().Why(turn), turn.Current().Choices(turn));
                return true;
            case Tokens.Find:
                return turn.State.Stage.IsOpeningOrHome() && FinderScene.Open(turn);
            case Tokens.Back:
                return Changes.Back(turn);
            case Tokens.Person:
                Listening.CallPerson(turn, Phrase.PersonAsked);
                return true;
            case Tokens.Change:
                return !turn.State.Stage.IsOpeningOrHome() && Changes.Menu(turn);
            case Tokens.New when turn.State.Stage == Stage.Home:
                // The receipt has cleared the desk; what is known of the household stays.
                return StoryScene.Begin(turn, []);
            case Tokens.EraseYes:
                turn.Do(new Effect.EraseMine(turn.State.SubmissionId));
                return true;
            case Tokens.RestartYes:
                return Restart(turn);
            case Tokens.RestartNo:
                turn.Lead(turn.Book[Phrase.RestartKept]);
                turn.Current().Ask(turn);
                return true;
        }
        if (Rest(value, Tokens.Case) is { } shown) turn.Do(new Effect.ShowCase(shown));
        else if (Rest(value, Tokens.Revoke) is { } revoked) turn.Do(new Effect.RevokeMandate(revoked));
        else return false;
        return true;
    }

    private static string? Rest(string value, string prefix) =>
        value.StartsWith(prefix, StringComparison.Ordinal) && CaseIds.Looks(value.AsSpan(prefix.Length)) ? value[prefix.Length..] : null;

    private static bool Speak(Turn turn, Language language)
    {
        turn.State = turn.State with { Language = language, LanguageChosen = true, Misses = 0 };
        turn.Lead(turn.Book[Phrase.LanguageNow]);
        if (turn.State.Stage.IsOpening()) turn.Say(turn.Book[Phrase.Hello], turn.Current().Choices(turn));
        else turn.Current().Ask(turn);
        return true;
    }

    private static bool Greet(Turn turn)
    {
        Welcome.Greet(turn);
        return true;
    }

    private static bool Help(Turn turn)
    {
        turn.Say(turn.Book[Phrase.HelpWords, turn.World.HelpPhone], [.. turn.Current().Choices(turn), new Choice(turn.Book[Phrase.ChoicePerson], Tokens.Person)]);
        return true;
    }

    private static bool AskRestart(Turn turn)
    {
        if (turn.State.Stage.IsOpening()) return Restart(turn);
        turn.State = turn.State with { RestartAsked = true };
        turn.Say(turn.Book[Phrase.RestartAsk], new Choice(turn.Book[Phrase.ChoiceRestart], Tokens.RestartYes), new Choice(turn.Book[Phrase.ChoiceNotNow], Tokens.RestartNo));
        return true;
    }

    private static bool Restart(Turn turn)
    {
        var state = turn.State;
        turn.State = new DialogueState { Language = state.Language, LanguageChosen = state.LanguageChosen, LastReceipt = state.LastReceipt, Client = state.Client, Rating = state.Rating, Stage = Stage.Story };
        turn.Lead(turn.Book[Phrase.RestartDone]);
        turn.Say(turn.Book[Phrase.Hello], turn.Current().Choices(turn));
        return true;
    }

    private static bool RevokeMandate(Turn turn)
    {
        if (turn.State.Draft.Mandate == true)
        {
            turn.State = turn.State with { Draft = turn.State.Draft with { Mandate = false, Plan = null } };
            turn.Lead(turn.Book[Phrase.RevokeDraft]);
            turn.Continue();
        }
        else
        {
            turn.Do(new Effect.ListMyCases(ForMandate: true));
        }
        return true;
    }
}
