using System.Collections.Immutable;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>A member of staff and the posts they hold or held.</summary>
/// <param name="Id">For example <c>shi-agent</c>.</param>
public sealed record StaffMember(string Id, string Name, ImmutableArray<Post> Posts)
{
    /// <summary>Keyed hash of their ID number, made like that of applicants: it finds an application of their own. <c>null</c>: not known.</summary>
    public string? IdHash { get; init; }

    /// <summary>Object id of their account in the city's Microsoft Entra ID: by it they are known when they sign in. <c>null</c>: they cannot. No two have the same.</summary>
    public Guid? Account { get; init; }

    /// <summary>Trainings passed, as the directory in force tells them.</summary>
    public ImmutableArray<Training> Trainings { get; init; } = [];

    /// <summary>Days on which they are or were away, in order. Noted from day to day: no edition of the directory has them.</summary>
    public ImmutableArray<StaffAbsence> Absences { get; init; } = [];

    public string Participant => "staff:" + Id;

    /// <summary>Why they are not there on a day; <c>null</c>: they are.</summary>
    public StaffAbsence? AbsenceOn(DateOnly day) => Absences.FirstOrDefault(absence => absence.CoversDay(day));

    public bool IsAwayOn(DateOnly day) => AbsenceOn(day) is not null;

    /// <summary>Posts in force on a day, in the order given.</summary>
    public IEnumerable<Post> PostsOn(DateOnly day) => Posts.Where(post => post.CoversDay(day));

    /// <summary>This person acting in a post.</summary>
    public Actor In(Post post) => new(Participant, Name, post.Role, post.Office);

    /// <summary>This person acting in a post about a case: an agent acts for its household.</summary>
    public Actor For(Case current, Post post) => post.Role.IsAgent()
        ? In(post) with { OnBehalfOf = new Principal(current.Participant, current.Applicant.NameMasked, current.Mandate?.Number) }
        : In(post);
}

/// <summary>A role at an office between two days.</summary>
/// <param name="Office">Level and code, for example <c>village/370982103201</c>.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; <c>null</c> open.</param>
public sealed record Post(Role Role, string Office, DateOnly From, DateOnly? To = null)
{
    /// <summary>That role at that office; other offices of the same role do not count.</summary>
    public bool Is(Role role, string office) => Role == role && Office == office;

    public bool CoversDay(DateOnly day) => From <= day && (To is null || day <= To);
}
