namespace OneVisit.Domain.Sharing;

/// <summary>What a registry of the sharing platform (信息共享平台) may be asked about one person. A question is answered; a record is never copied.</summary>
public enum RegistryQuestion
{
    /// <summary>Where somebody is registered (户籍地): a code of six digits or more.</summary>
    RegisteredWhere,

    /// <summary>How many stand in the household register (户口簿) with them, they included.</summary>
    HouseholdSize,

    /// <summary>Married today (已婚)? Divorced and widowed is no.</summary>
    Married,

    /// <summary>Recorded dead (死亡)? The value, where a day is told, is the day of death.</summary>
    RecordedDead,

    /// <summary>Cremated (火化)?</summary>
    Cremated,

    /// <summary>Holder of a disability certificate (残疾人证), and at which grade: kind and grade, for example <c>physical:2</c>.</summary>
    DisabilityGrade,

    /// <summary>Enrolled at a school or university (学籍)?</summary>
    Student,

    /// <summary>How many cars are registered to them; what a disabled person drives and motorcycles do not count.</summary>
    Vehicles,

    /// <summary>How many homes they own.</summary>
    Homes,

    /// <summary>Insured as an employee (职工社会保险)? The value, where told, is the monthly base in yuan.</summary>
    SocialInsurance,

    /// <summary>Codes of the benefits they draw, comma-separated, in order.</summary>
    Benefits,
}

/// <summary>Questions as they travel, and what each may ask for at most.</summary>
public static class RegistryQuestions
{
    public static IReadOnlyList<RegistryQuestion> All { get; } = Enum.GetValues<RegistryQuestion>();

    public static string Code(this RegistryQuestion question) => question switch
    {
        RegistryQuestion.RegisteredWhere => "registered-where",
        RegistryQuestion.HouseholdSize => "household-size",
        RegistryQuestion.Married => "married",
        RegistryQuestion.RecordedDead => "recorded-dead",
        RegistryQuestion.Cremated => "cremated",
        RegistryQuestion.DisabilityGrade => "disability-grade",
        RegistryQuestion.Student => "student",
        RegistryQuestion.Vehicles => "vehicles",
        RegistryQuestion.Homes => "homes",
        RegistryQuestion.SocialInsurance => "social-insurance",
        RegistryQuestion.Benefits => "benefits",
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    public static RegistryQuestion? Parse(string? code) => Services.Codes.Parse<RegistryQuestion>(code, Code);

    /// <summary>The registry that answers it (see <see cref="Registries"/>).</summary>
    public static string Registry(this RegistryQuestion question) => question switch
    {
        RegistryQuestion.RegisteredWhere or RegistryQuestion.HouseholdSize => Registries.Households,
        RegistryQuestion.Married => Registries.Marriages,
        RegistryQuestion.RecordedDead => Registries.Deaths,
        RegistryQuestion.Cremated => Registries.Funerals,
        RegistryQuestion.DisabilityGrade => Registries.Disability,
        RegistryQuestion.Student => Registries.Students,
        RegistryQuestion.Vehicles => Registries.Vehicles,
        RegistryQuestion.Homes => Registries.Property,
        RegistryQuestion.SocialInsurance => Registries.SocialInsurance,
        _ => Registries.Benefits,
    };

    /// <summary>The fields of a record that its answer needs, and no more (最小必要, 个人信息保护法 第六条).</summary>
    public static IReadOnlyList<string> Fields(this RegistryQuestion question) => question switch
    {
        RegistryQuestion.RegisteredWhere => ["area"],
        RegistryQuestion.HouseholdSize => ["members"],
        RegistryQuestion.Married => ["status"],
        RegistryQuestion.RecordedDead => ["status", "died-on"],
        RegistryQuestion.Cremated => ["status"],
        RegistryQuestion.DisabilityGrade => ["kind", "grade"],
        RegistryQuestion.Student => ["status"],
        RegistryQuestion.Vehicles or RegistryQuestion.Homes => ["count"],
        RegistryQuestion.SocialInsurance => ["status", "base"],
        _ => ["services"],
    };
}

/// <summary>The registries, by the names that are kept.</summary>
public static class Registries
{
    public const string Households = "households";
    public const string Marriages = "marriages";
    public const string Deaths = "deaths";
    public const string Funerals = "funerals";
    public const string Disability = "disability";
    public const string Students = "students";
    public const string Vehicles = "vehicles";
    public const string Property = "property";
    public const string SocialInsurance = "social-insurance";
    public const string Benefits = "benefits";

    public static IReadOnlyList<string> All { get; } = [Households, Marriages, Deaths, Funerals, Disability, Students, Vehicles, Property, SocialInsurance, Benefits];
}
