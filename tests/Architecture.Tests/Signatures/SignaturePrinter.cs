using System.Reflection;

namespace OneVisit.Architecture.Tests.Signatures;

/// <summary>
/// Writes what a type offers to code outside its assembly, one line each, in one canonical form: <c>Namespace.Type | member</c>. Asks only
/// metadata, so it prints an assembly that is merely read the same way as one that is loaded.
/// </summary>
internal static class SignaturePrinter
{
    internal const string RecordCopier = "<Clone>$";
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> VisibleTypes(Assembly assembly) =>
        assembly.GetTypes().Where(IsVisible).OrderBy(type => type.FullName, StringComparer.Ordinal);

    public static IEnumerable<string> LinesOf(Type type)
    {
        var name = TypeNames.Of(type);
        return Parts(type).Select(part => $"{name} | {part}").Distinct().Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Parts(Type type)
    {
        yield return TypeHeader.Of(type);
        if (IsDelegate(type))
            yield break;
        if (type.IsEnum)
        {
            foreach (var value in type.GetFields(BindingFlags.Public | BindingFlags.Static))
                yield return $"{value.Name} = {value.GetRawConstantValue()}";
            yield break;
        }

        foreach (var contract in OwnInterfaces(type))
            yield return $"implements {TypeNames.Of(contract)}";
        foreach (var constructor in type.GetConstructors(Declared).Where(MemberLine.IsOffered))
            yield return MemberLine.Of(constructor);
        foreach (var method in type.GetMethods(Declared).Where(method => MemberLine.IsOffered(method) && method.Name != RecordCopier && !IsAccessor(type, method)))
            yield return MemberLine.Of(method);
        foreach (var property in type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(MemberLine.IsOffered)))
            yield return MemberLine.Of(property);
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
            yield return MemberLine.Of(field);
        foreach (var happening in type.GetEvents(Declared).Where(happening => MemberLine.IsOffered(happening.AddMethod!)))
            yield return MemberLine.Of(happening);
    }

    internal static bool IsDelegate(Type type) => type.BaseType?.FullName == "System.MulticastDelegate";

    private static IEnumerable<Type> OwnInterfaces(Type type) =>
        type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Where(IsVisible);

    private static bool IsAccessor(Type type, MethodInfo method) =>
        method.IsSpecialName && (type.GetProperties(Declared).SelectMany(property => property.GetAccessors(true)).Contains(method)
            || type.GetEvents(Declared).Any(happening => method == happening.AddMethod || method == happening.RemoveMethod));

    private static bool IsVisible(Type type) => type.IsGenericType && !type.IsGenericTypeDefinition
        ? IsVisible(type.GetGenericTypeDefinition()) && type.GetGenericArguments().All(argument => argument.IsGenericParameter || IsVisible(argument))
        : type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!) : type.IsPublic;
}
