using System.Reflection;

namespace OneVisit.Architecture.Tests.Signatures;

/// <summary>What the compiler noted about null for one type: a mark for each reference in it, in the order in which the type is written.</summary>
internal sealed class Nullability
{
    private const string Attribute = "System.Runtime.CompilerServices.NullableAttribute";
    private const string Context = "System.Runtime.CompilerServices.NullableContextAttribute";
    private readonly byte[]? marks;
    private readonly byte everywhere;
    private int next;

    private Nullability(byte[]? marks, byte everywhere) => (this.marks, this.everywhere) = (marks, everywhere);

    public static Nullability Unasked { get; } = new(null, 1);

    /// <param name="own">The attributes of the parameter, property or field itself.</param>
    /// <param name="around">The member and its types, innermost first: the nearest that says something speaks for those inside it.</param>
    public static Nullability Of(IEnumerable<CustomAttributeData> own, params IEnumerable<MemberInfo?> around)
    {
        if (own.FirstOrDefault(note => note.AttributeType.FullName == Attribute) is { } mark)
        {
            return mark.ConstructorArguments[0].Value is IReadOnlyCollection<CustomAttributeTypedArgument> several
                ? new([.. several.Select(one => (byte)one.Value!)], 0)
                : new(null, (byte)mark.ConstructorArguments[0].Value!);
        }

        var context = around.OfType<MemberInfo>().SelectMany(Outwards).Select(ContextOf).FirstOrDefault(found => found is not null);
        return new(null, context ?? 0);
    }

    /// <summary>The mark of the next reference: nothing, <c>?</c> or <c>~</c>.</summary>
    public string Next() => (marks is null ? everywhere : marks[next++]) switch { 1 => "", 2 => "?", _ => "~" };

    /// <summary>Passes over the mark of a generic value type.</summary>
    public string Skip()
    {
        next++;
        return "";
    }

    private static IEnumerable<MemberInfo> Outwards(MemberInfo member)
    {
        for (MemberInfo? at = member; at is not null; at = at.DeclaringType)
            yield return at;
    }

    private static byte? ContextOf(MemberInfo member) =>
        member.GetCustomAttributesData().FirstOrDefault(note => note.AttributeType.FullName == Context)?.ConstructorArguments[0].Value as byte?;
}
