using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.People;

namespace OneVisit.Domain.Interview;

/// <summary>Those of the household who were told of, one answer a person.</summary>
/// <param name="Next">Place of the person to ask about next, before anything else; <c>null</c>: all are told.</param>
internal readonly record struct ToldPeople(ImmutableArray<Person>? People, int? Next)
{
    /// <summary><c>null</c>: nobody has been asked about.</summary>
    public static ToldPeople? Of(Told told, Household household)
    {
        if (told.AnswerTo(Inquiry.List(Checklist.WhoIsThere, 0)) is null)
            return null;
        var people = ImmutableArray.CreateBuilder<Person>();
        var most = household.Members ?? Household.MostMembers;
        for (var at = 0; at < most; at++)
        {
            switch (told.AnswerTo(Inquiry.List(Checklist.WhoIsThere, at)))
            {
                case null:
                    return new(null, at);
                case Answer.NotKnown when at == 0:
                    return new(null, null);
                case Answer.Ticked ticked when Checklists.PersonOf(ticked) is { } person:
                    people.Add(person);
                    if (!ticked.Ticks.Contains(Options.Another))
                        return new(people.ToImmutable(), null);
                    break;
                default:
                    return new(people.ToImmutable(), null);
            }
        }
        return new(people.ToImmutable(), null);
    }

    /// <summary>Until all are told nobody is known: a rule would take those told so far for all.</summary>
    public Household In(Household household) => household with { People = People };
}
