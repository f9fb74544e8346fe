using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Understanding.People;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>给谁办？ Most answer with one tap and go on. Where it is for a child it is asked the other way round.</summary>
internal sealed class ForWhomScene() : Scene(Stage.ForWhom)
{
    private const string Myself = "self";
    private const string Another = "another";
    private const string Parent = "parent";
    private const string Grandparent = "grandparent";
    private const string Guardian = "guardian";

    // Of those the story told of, a button each.
    private const string Person = "person-";
    private const int MostPeople = 2;

    public override ImmutableArray<Choice> Choices(Turn turn) => IsForAChild(turn)
        ? [Choice(turn, Phrase.ChoiceChildParent, Parent), Choice(turn, Phrase.ChoiceChildGrandparent, Grandparent), Choice(turn, Phrase.ChoiceChildGuardian, Guardian), Choice(turn, Phrase.ChoiceChildMyself, Myself)]
        :
        [
            Choice(turn, Phrase.ChoiceForMyself, Myself),
            .. InStory(turn).Select((told, at) => Choice(turn, turn.Book[Phrase.ChoiceForPerson, told.Word!], $"{Person}{at}")),
            Choice(turn, Phrase.ChoiceForAnother, Another),
        ];

    public override void Ask(Turn turn) => turn.Say(turn.Book[IsForAChild(turn) ? Phrase.AskOfChild : Phrase.AskForWhom], Choices(turn));

    public override string Why(Turn turn) => turn.Book[Phrase.ForWhomWhy];

    public override string Unclear(Turn turn, Reply reply) => turn.Book[IsForAChild(turn) ? Phrase.OfChildUnclear : Phrase.ForWhomUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        if ((reply.Token is { } token ? Pressed(turn, token) : IsForAChild(turn) ? OfChild(reply.Readable) : Written(reply.Readable)) is not { } acting) return false;
        turn.Walked(nameof(Stage.ForWhom));
        // Nothing told of the person is lost by coming back: who it is is asked next, and may stay.
        if (acting is { Another: true, Person: null } && Acting.For(turn) is { Person: not null })
        {
            turn.GoTo(Stage.ActedFor);
            return true;
        }
        Acting.Set(turn, acting);
        if (acting is { Another: true, Basis: not null }) turn.Lead(ActingBasisScene.Evidence(turn));
        turn.Continue();
        return true;
    }

    /// <summary>All of it is for somebody under age.</summary>
    public static bool IsForAChild(Turn turn) => turn.Chosen.All(service => service.Eligibility.Versions.Any(version => version.IsInForce(turn.Today) && version.Lines.Any(line => line.Rule == RuleNames.Minor)));

    private static ActingFor? Pressed(Turn turn, string token) => token switch
    {
        Myself => new ActingFor { Another = false },
        Another => new ActingFor { Another = true },
        Parent => OfChild(ActedFor.Child, RepresentationBases.Parent),
        Grandparent => OfChild(ActedFor.Grandchild, RepresentationBases.Guardian),
        Guardian => OfChild(ActedFor.Other, RepresentationBases.Guardian),
        _ => InStory(turn).Select((told, at) => (told, at)).FirstOrDefault(each => token == $"{Person}{each.at}").told is { } told ? Acting.Of(told) : null,
    };

    private static ActingFor? Written(string text) => ActingReader.Answer(text) is { } told ? Acting.Of(told) : null;

    // Here it is told what who speaks is to the child.
    private static ActingFor? OfChild(string text)
    {
        if (text.Says("guardian")) return OfChild(ActedFor.Other, RepresentationBases.Guardian);
        return ActingReader.PersonIn(text)?.Person switch
        {
            ActedFor.Mother or ActedFor.Father or ActedFor.Spouse => OfChild(ActedFor.Child, RepresentationBases.Parent),
            ActedFor.Grandparent => OfChild(ActedFor.Grandchild, RepresentationBases.Guardian),
            // They are to the child what the child is to them.
            (ActedFor.Sibling or ActedFor.Kin or ActedFor.Neighbour) and var person => OfChild(person, RepresentationBases.Guardian),
            null when ActingReader.NamesParents(text) && ActingReader.PersonIn(text) is not null => OfChild(ActedFor.Child, RepresentationBases.Parent),
            _ => ActingReader.Answer(text) is { Another: false } ? new ActingFor { Another = false } : null,
        };
    }

    private static ActingFor OfChild(string person, string basis) => new() { Another = true, Person = person, Basis = basis, Minor = true };

    private static ImmutableArray<ToldActing> InStory(Turn turn) => turn.State.Story is not { } story ? [] :
    [
        .. PeopleReader.Read(Spelling.Mend(PlainInput.Comparable(story)), turn.Today)
            .Where(person => person is { Died: false, Count: 1, Relation: not "self" }).Select(person => ActingReader.Of(person.Relation, person.Word))
            .Where(told => told.Person is not null).DistinctBy(told => told.Word).Take(MostPeople),
    ];
}
