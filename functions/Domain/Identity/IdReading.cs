namespace OneVisit.Domain.Identity;

/// <summary>What came of reading an ID number: a <see cref="Valid"/> one, or the first problem in the order of <see cref="IdProblem"/>.</summary>
public abstract record IdReading
{
    public sealed record Valid(ResidentId Id) : IdReading;

    public sealed record Invalid(IdProblem Problem) : IdReading;

    private IdReading()
    {
    }
}

/// <summary>Why a text is not an ID number, in the order of checking.</summary>
public enum IdProblem
{
    /// <summary>Nothing there.</summary>
    Empty,

    /// <summary>Not 18 characters.</summary>
    WrongLength,

    /// <summary>Something other than 17 digits and a digit or X at the end.</summary>
    WrongCharacter,

    /// <summary>The date of birth does not exist, or lies before 1900.</summary>
    ImpossibleDate,

    /// <summary>The date of birth lies after today.</summary>
    FutureBirth,

    /// <summary>The last character does not fit the others: a digit is mistyped.</summary>
    WrongCheckDigit,
}
