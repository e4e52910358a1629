// Both sides write what they send and what they receive; when they agree on the ABI, the two logs are equal.
#![allow(dead_code, improper_ctypes, improper_ctypes_definitions, clashing_extern_declarations, non_camel_case_types)]
#![allow(unused_imports, unused_variables, unused_mut, non_snake_case, non_upper_case_globals, unsafe_op_in_unsafe_fn)]
#![allow(private_interfaces, static_mut_refs, unpredictable_function_pointer_comparisons)]
use std::ffi::*;
use std::ptr::NonNull;

static mut C_LOG: Vec<String> = Vec::new();
static mut RUST_LOG: Vec<String> = Vec::new();

#[no_mangle]
unsafe extern "C" fn c_log(text: *const c_char) {
    C_LOG.push(CStr::from_ptr(text).to_string_lossy().into_owned());
}
fn log(text: String) {
    unsafe { RUST_LOG.push(text) }
}
extern "C" {
    fn read_only(bytes: *const c_void, size: usize) -> *const c_void;
}

/// A value to send, and what a value received says. `k` counts probes.
trait Probe: Sized {
    fn probe(k: i64) -> Self;
    fn say(&self);
}
fn received<T: Probe>(value: T) {
    value.say();
}
fn sent<T: Probe>(k: i64) -> T {
    let value = T::probe(k);
    value.say();
    value
}

macro_rules! integers { ($($t:ty = $v:expr;)*) => { $(impl Probe for $t {
    fn probe(k: i64) -> Self { ($v as i128 - k as i128) as $t }
    fn say(&self) { log(self.to_string()) }
})* } }
integers! {
    u8 = 241; i16 = -3857; u16 = 61697; i32 = -252645135; u32 = 4042322161u32;
    i64 = -1085102592571150095i64; u64 = 17361641481138401521u64;
    isize = -1085102592571150095i64; usize = 17361641481138401521u64;
}
impl Probe for i8 {
    fn probe(k: i64) -> Self { -15 - k as i8 }
    fn say(&self) { log(self.to_string()) }
}
impl Probe for bool {
    fn probe(_: i64) -> Self { true }
    fn say(&self) { log(unsafe { std::ptr::read(self as *const bool as *const u8) }.to_string()) }
}
impl Probe for f32 {
    fn probe(k: i64) -> Self { 1.5 + k as f32 }
    fn say(&self) { log(self.to_string()) }
}
impl Probe for f64 {
    fn probe(k: i64) -> Self { 2.25 + k as f64 }
    fn say(&self) { log(self.to_string()) }
}
impl Probe for () {
    fn probe(_: i64) -> Self {}
    fn say(&self) {}
}

/// What a pointer leads to: a number, text, an opaque thing with a tag, or another pointer.
trait Pointee {
    unsafe fn storage(k: i64) -> *mut Self;
    unsafe fn say_at(p: *const Self);
    /// Writes what is there already, as one who may write.
    unsafe fn touch(p: *mut Self);
}
unsafe fn leak<T>(value: T) -> *mut T {
    Box::into_raw(Box::new(value))
}
macro_rules! values { ($($t:ty)*) => { $(impl Pointee for $t {
    unsafe fn storage(k: i64) -> *mut Self { leak(<$t as Probe>::probe(k)) }
    unsafe fn say_at(p: *const Self) { (*p).say() }
    unsafe fn touch(p: *mut Self) { std::ptr::write_volatile(p, std::ptr::read_volatile(p)) }
})* } }
values! { i16 u16 i32 u32 i64 u64 isize usize f32 f64 }
macro_rules! texts { ($($t:ty)*) => { $(impl Pointee for $t {
    unsafe fn storage(k: i64) -> *mut Self { CString::new(format!("fan{k}")).unwrap().into_raw().cast() }
    unsafe fn say_at(p: *const Self) { log(CStr::from_ptr(p.cast()).to_string_lossy().into_owned()) }
    unsafe fn touch(p: *mut Self) { std::ptr::write_volatile(p, std::ptr::read_volatile(p)) }
})* } }
texts! { i8 u8 bool }
impl Pointee for c_void {
    unsafe fn storage(k: i64) -> *mut Self { leak(0x5eed_u32 + k as u32).cast() }
    unsafe fn say_at(p: *const Self) { log(p.cast::<u32>().read().to_string()) }
    unsafe fn touch(p: *mut Self) { let p = p.cast::<u32>(); std::ptr::write_volatile(p, std::ptr::read_volatile(p)) }
}
macro_rules! opaque { ($($t:ty)*) => { $(impl Pointee for $t {
    unsafe fn storage(k: i64) -> *mut Self { <c_void as Pointee>::storage(k).cast() }
    unsafe fn say_at(p: *const Self) { <c_void as Pointee>::say_at(p.cast()) }
    unsafe fn touch(p: *mut Self) { <c_void as Pointee>::touch(p.cast()) }
})* } }
impl<T: Pointee> Pointee for *mut T {
    unsafe fn storage(k: i64) -> *mut Self { leak(T::storage(k)) }
    unsafe fn say_at(p: *const Self) { T::say_at(*p) }
    unsafe fn touch(p: *mut Self) { T::touch(*p) }
}
impl<T: Pointee> Pointee for *const T {
    unsafe fn storage(k: i64) -> *mut Self { leak(read_only(T::storage(k).cast(), 16).cast()) }
    unsafe fn say_at(p: *const Self) { T::say_at(*p) }
    unsafe fn touch(_: *mut Self) {}
}

impl<T: Pointee> Probe for *mut T {
    fn probe(k: i64) -> Self { unsafe { T::storage(k) } }
    fn say(&self) {
        if self.is_null() { return log("null".into()) }
        unsafe { T::say_at(*self); T::touch(*self) }
    }
}
impl<T: Pointee> Probe for *const T {
    fn probe(k: i64) -> Self { unsafe { read_only(T::storage(k).cast(), 16).cast() } }
    fn say(&self) {
        if self.is_null() { return log("null".into()) }
        unsafe { T::say_at(*self) }
    }
}
impl<T: Pointee> Probe for &T {
    fn probe(k: i64) -> Self { unsafe { &*T::storage(k) } }
    fn say(&self) { unsafe { T::say_at(*self) } }
}
impl<T: Pointee> Probe for &mut T {
    fn probe(k: i64) -> Self { unsafe { &mut *T::storage(k) } }
    fn say(&self) { unsafe { T::say_at(&raw const **self) } }
}
impl<T: Pointee> Probe for NonNull<T> {
    fn probe(k: i64) -> Self { unsafe { NonNull::new_unchecked(T::storage(k)) } }
    fn say(&self) { unsafe { T::say_at(self.as_ptr()) } }
}
impl<T: Probe> Probe for Option<T> {
    fn probe(k: i64) -> Self { Some(T::probe(k)) }
    fn say(&self) {
        match self { Some(value) => value.say(), None => log("null".into()) }
    }
}
impl<T: Probe, const N: usize> Probe for [T; N] {
    fn probe(k: i64) -> Self { std::array::from_fn(|i| T::probe(k + i as i64)) }
    fn say(&self) { for value in self { value.say() } }
}

/// A function of either side: Rust's are called by C, which sends probes; C's are called by Rust.
macro_rules! functions { ($(($($a:ident)*))*) => { $(
    impl<$($a: Probe,)* R: Probe> Probe for unsafe extern "C" fn($($a),*) -> R {
        fn probe(_: i64) -> Self {
            unsafe extern "C" fn call<$($a: Probe,)* R: Probe>($($a: $a),*) -> R {
                $($a.say();)*
                sent::<R>(7)
            }
            call::<$($a,)* R>
        }
        fn say(&self) {}
    }
    impl<$($a: Probe,)* R: Probe> Probe for extern "C" fn($($a),*) -> R {
        fn probe(k: i64) -> Self { unsafe { std::mem::transmute(<unsafe extern "C" fn($($a),*) -> R as Probe>::probe(k)) } }
        fn say(&self) {}
    }
)* } }
functions! { () (A) (A B) (A B C) (A B C D) }

/// What Rust thinks of a function that C passes: it calls it.
unsafe fn call0<R: Probe>(f: unsafe extern "C" fn() -> R) { received(f()) }
unsafe fn call1<A: Probe, R: Probe>(f: unsafe extern "C" fn(A) -> R) { received(f(sent(0))) }
unsafe fn call2<A: Probe, B: Probe, R: Probe>(f: unsafe extern "C" fn(A, B) -> R) { received(f(sent(0), sent(1))) }
