using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Declarative.LibTorch.Tests.Surface;

/// <summary>
/// Writes what a program can see of an assembly as text, one line a member: <c>Type: modifiers type name(parameters)</c>.
/// Two assemblies with the same lines can take each other's place when a program is compiled.
/// </summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic |
        BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(char)] = "char",
        [typeof(nint)] = "nint",
    };

    /// <summary>The lines of all visible types of an assembly.</summary>
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetTypes().Where(IsVisible).SelectMany(type => Of(type));

    private static IEnumerable<string> Of(Type type)
    {
        var name = NameOf(type, new Queue<string?>());
        yield return $"{name}: {Header(type)}";
        if (typeof(Delegate).IsAssignableFrom(type)) yield break;
        foreach (var member in type.GetMembers(Declared))
        {
            if (Member(type, member) is { } line) yield return $"{name}: {line}";
        }
    }

    private static string? Member(Type type, MemberInfo member) => member switch
    {
        FieldInfo { IsSpecialName: false } field when IsVisible(type, field.Attributes) => Field(field),
        ConstructorInfo { IsStatic: false } constructor when IsVisible(type, constructor.Attributes) =>
            Access(constructor) + "new" + Parameters(constructor),
        MethodInfo method when IsVisible(type, method.Attributes) && IsOrdinary(method) => Method(method),
        PropertyInfo property when Accessor(type, property) is { } accessor => Property(property, accessor),
        _ => null,
    };

    private static string Header(Type type)
    {
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var parent = type.BaseType is { } b && b != typeof(object) && !type.IsValueType
            ? " : " + NameOf(b, TupleNames(type.GetCustomAttributesData()))
            : type.IsEnum ? " : " + NameOf(type.GetEnumUnderlyingType(), new Queue<string?>()) : "";
        return kind + parent + Constraints(type.GetGenericArguments());
    }

    private static string Field(FieldInfo field)
    {
        var names = TupleNames(field.GetCustomAttributesData());
        if (field.DeclaringType!.IsEnum) return $"{field.Name} = {field.GetRawConstantValue()}";
        var modifiers = Access(field.Attributes) + (field.IsLiteral ? "const " : field.IsStatic ? "static " : "");
        return modifiers + (field.IsInitOnly ? "readonly " : "") + $"{NameOf(field.FieldType, names)} {field.Name}";
    }

    private static string Method(MethodInfo method)
    {
        var type = NameOf(method.ReturnType, TupleNames(method.ReturnParameter.GetCustomAttributesData()));
        var arguments = method.GetGenericArguments();
        var generic = arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(a => a.Name))}>";
        return Modifiers(method) + $"{type} {method.Name}{generic}{Parameters(method)}{Constraints(arguments)}";
    }

    private static string Property(PropertyInfo property, MethodInfo accessor)
    {
        var type = NameOf(property.PropertyType, TupleNames(property.GetCustomAttributesData()));
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{Modifiers(accessor)}{type} {name} {{{Accessors(property)} }}";
    }

    private static string Accessors(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var text = new StringBuilder();
        if (property.GetMethod is { } getter && IsVisible(type, getter.Attributes)) text.Append(" get;");
        if (property.SetMethod is { } setter && IsVisible(type, setter.Attributes)) text.Append(" set;");
        return text.ToString();
    }

    private static MethodInfo? Accessor(Type type, PropertyInfo property) =>
        property.GetAccessors(true).Where(a => IsVisible(type, a.Attributes)).MaxBy(a => a.IsPublic);

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface) return "";
        var kind = method.IsStatic ? "static "
            : method.IsAbstract ? "abstract "
            : !method.IsVirtual ? ""
            : method.GetBaseDefinition() != method ? (method.IsFinal ? "sealed override " : "override ")
            : method.IsFinal ? "" : "virtual ";
        return Access(method) + kind;
    }

    private static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        return $"({extension}{string.Join(", ", method.GetParameters().Select(Parameter))})";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var names = TupleNames(parameter.GetCustomAttributesData());
        var passing = parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? (parameter.IsIn ? "in " : "ref ")
            : parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : "";
        var standard = parameter.HasDefaultValue ? " = " + Value(parameter) : "";
        return $"{passing}{NameOf(parameter.ParameterType, names)} {parameter.Name}{standard}";
    }

    private static string Value(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.RawDefaultValue switch
        {
            null => "null",
            var value when type.IsEnum => Enum.ToObject(type, value).ToString()!,
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var value => value.ToString()!,
        };
    }

    private static string Constraints(Type[] arguments)
    {
        var text = new StringBuilder();
        foreach (var argument in arguments.Where(a => a.IsGenericParameter))
        {
            var attributes = argument.GenericParameterAttributes;
            var list = new List<string>();
            if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) list.Add("class");
            var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
            if (isStruct)
                list.Add(argument.GetCustomAttributesData().Any(a => a.AttributeType.Name == "IsUnmanagedAttribute") ? "unmanaged" : "struct");
            list.AddRange(argument.GetGenericParameterConstraints().Where(c => c != typeof(ValueType))
                .Select(c => NameOf(c, new Queue<string?>())));
            if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) list.Add("new()");
            if (list.Count > 0) text.Append(CultureInfo.InvariantCulture, $" where {argument.Name} : {string.Join(", ", list)}");
        }
        return text.ToString();
    }

    // The names of tuple elements come in the order in which the tuples are met from outside in.
    private static Queue<string?> TupleNames(IEnumerable<CustomAttributeData> attributes) =>
        attributes.FirstOrDefault(a => a.AttributeType == typeof(TupleElementNamesAttribute)) is { } names
            ? new(((IEnumerable<CustomAttributeTypedArgument>)names.ConstructorArguments[0].Value!).Select(n => (string?)n.Value))
            : new();

    private static string NameOf(Type type, Queue<string?> tupleNames)
    {
        if (type.IsByRef) return NameOf(type.GetElementType()!, tupleNames);
        if (type.IsArray) return NameOf(type.GetElementType()!, tupleNames) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsGenericParameter) return type.Name;
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } value) return NameOf(value, tupleNames) + "?";

        var arguments = type.GetGenericArguments();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true)
        {
            var names = arguments.Select(_ => tupleNames.Count > 0 ? tupleNames.Dequeue() : null).ToList();
            var elements = arguments.Select((a, i) => NameOf(a, tupleNames) + (names[i] is { } n ? " " + n : ""));
            return $"({string.Join(", ", elements)})";
        }

        var outer = type.DeclaringType is { } declaring
            ? NameOf(declaring.IsGenericTypeDefinition && !type.IsGenericTypeDefinition
                ? declaring.MakeGenericType(arguments[..declaring.GetGenericArguments().Length]) : declaring, tupleNames) + "."
            : Namespace(type);
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var own = arguments[inherited..];
        var name = type.Name.Split('`')[0];
        return outer + name + (own.Length == 0 ? "" : $"<{string.Join(", ", own.Select(a => NameOf(a, tupleNames)))}>");
    }

    private static string Namespace(Type type) => type.Namespace switch
    {
        null or "TorchSharp" => "",
        var name when name.StartsWith("System", StringComparison.Ordinal) => "",
        var name => name.Replace("TorchSharp.", "", StringComparison.Ordinal) + ".",
    };

    private static bool IsOrdinary(MethodInfo method) =>
        method.Name != "Finalize" &&
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsVisible(Type type) =>
        type.DeclaringType is { } outer
            ? IsVisible(outer) && (type.IsNestedPublic || (!outer.IsSealed && (type.IsNestedFamily || type.IsNestedFamORAssem)))
            : type.IsPublic;

    private static bool IsVisible(Type type, FieldAttributes attributes) =>
        IsVisible(type, (MethodAttributes)(attributes & FieldAttributes.FieldAccessMask));

    private static bool IsVisible(Type type, MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) switch
        {
            MethodAttributes.Public => true,
            MethodAttributes.Family or MethodAttributes.FamORAssem => !type.IsSealed,
            _ => false,
        };

    private static string Access(MethodBase method) => Access((FieldAttributes)(method.Attributes & MethodAttributes.MemberAccessMask));

    private static string Access(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask) switch
    {
        FieldAttributes.Public => "",
        FieldAttributes.FamORAssem => "protected internal ",
        _ => "protected ",
    };
}
