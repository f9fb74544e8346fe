namespace OneVisit.Domain;

/// <summary>Words that are data, such as the name of a service or a place, in both languages of the city.</summary>
public sealed record Text(string Zh, string En)
{
    public string In(Language language) => language == Language.English ? En : Zh;
}
