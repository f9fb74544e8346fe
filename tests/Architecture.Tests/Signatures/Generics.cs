using System.Reflection;

namespace OneVisit.Architecture.Tests.Signatures;

/// <summary>Type parameters and what they ask of their arguments.</summary>
internal static class Generics
{
    /// <param name="owner">The type or method that declares them; parameters of a type around it are left out.</param>
    public static string Parameters(Type[] parameters, MemberInfo owner)
    {
        var own = Own(parameters, owner);
        return own.Length == 0 ? "" : $"<{string.Join(", ", own.Select(parameter => Variance(parameter) + parameter.Name))}>";
    }

    public static string Constraints(Type[] parameters, MemberInfo owner) => string.Concat(
        from parameter in Own(parameters, owner)
        let asked = Asked(parameter, owner).ToArray()
        where asked.Length > 0
        select $" where {parameter.Name} : {string.Join(", ", asked)}");

    private static Type[] Own(Type[] parameters, MemberInfo owner) =>
        owner is MethodInfo ? parameters : [.. parameters.Skip(owner.DeclaringType?.GetGenericArguments().Length ?? 0)];

    private static string Variance(Type parameter) => (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
    {
        GenericParameterAttributes.Covariant => "out ",
        GenericParameterAttributes.Contravariant => "in ",
        _ => "",
    };

    private static IEnumerable<string> Asked(Type parameter, MemberInfo owner)
    {
        var special = parameter.GenericParameterAttributes & GenericParameterAttributes.SpecialConstraintMask;
        var mark = Nullability.Of(parameter.GetCustomAttributesData(), owner).Next();
        if (special.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class" + mark;
        if (special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            yield return "struct";
        if (special is 0 && mark is "" && parameter.GetGenericParameterConstraints().Length == 0)
            yield return "notnull";
        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(constraint => constraint.FullName != "System.ValueType"))
            yield return TypeNames.Of(constraint);
        if (special.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !special.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            yield return "new()";
    }
}
