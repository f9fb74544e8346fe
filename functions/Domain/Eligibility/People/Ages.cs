namespace OneVisit.Domain.Eligibility.People;

/// <summary>Ages in full years, reached on the birthday itself.</summary>
public static class Ages
{
    public static int AgeOn(this DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }
}
